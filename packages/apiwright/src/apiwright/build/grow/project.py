"""What a built project has once: its app, its settings and roles, what runs its migrations."""

from pathlib import PurePosixPath

from apiwright.blueprint import names
from apiwright.blueprint.files import keeps_files
from apiwright.blueprint.model import Blueprint
from apiwright.build.grow.bench import bench
from apiwright.build.grow.exemplar import source
from apiwright.build.grow.imports import with_imports
from apiwright.build.grow.regions import fill
from apiwright.build.grow.text import docstring, literal
from apiwright.plan.own import own_domains

_AS_IT_IS = (
    "migrations/env.py",
    "migrations/script.py.mako",
    "tests/conftest.py",
    "tests/test_contract.py",
)


def project(blueprint: Blueprint) -> dict[PurePosixPath, str]:
    """Every file that belongs to no domain."""
    package = PurePosixPath(blueprint.package)
    files = {
        package / "__init__.py": docstring(blueprint.about, f"{blueprint.name}.", margin=0) + "\n",
        package / "main.py": _main(blueprint),
        package / "settings.py": _settings(blueprint),
        PurePosixPath("bench/load.py"): bench(blueprint),
    }
    if blueprint.auth:
        files[package / "roles.py"] = _roles(blueprint)
    return files | {PurePosixPath(path): source(path, blueprint) for path in _AS_IT_IS}


def _settings(blueprint: Blueprint) -> str:
    text = source("exemplar/settings.py", blueprint)
    return text if keeps_files(blueprint) else text.replace("SettingsWithFiles", "Settings")


def _main(blueprint: Blueprint) -> str:
    kept = [each for each in blueprint.resources if not each.is_account]
    # `/users/me/settings` comes before `/users/{user_id}/…`, which would take `me` for an id.
    singletons = [each.nouns for each in kept if each.singleton]
    domains = [each.nouns for each in kept if not each.singleton] + [*own_domains(blueprint)]
    first = ["auth", *singletons, "users"] if blueprint.auth else []
    about = {
        "title": literal(blueprint.name),
        "description": literal(blueprint.about),
        "version": literal(blueprint.version),
    }
    if blueprint.api:
        about["api"] = literal(blueprint.api)
    if blueprint.versions:
        about["older"] = f"[{', '.join(names.constant(it.name) for it in blueprint.versions)}]"
    contents = {
        "about": "\n".join(f"{name}={value}," for name, value in about.items()),
        "tags": _tags(blueprint),
        "routers": "\n".join(f"{nouns}_router," for nouns in (*first, *domains)),
    }
    imports = [
        f"from {blueprint.package}.{nouns}.routes import router as {nouns}_router"
        for nouns in (*singletons, *domains)
    ]
    imports += [
        f"from {blueprint.package}.{each.name} import {names.constant(each.name)}"
        for each in blueprint.versions
    ]
    without_accounts = {} if blueprint.auth else {"user": ""}
    contents |= {"methods": _methods(blueprint)} | without_accounts
    text = fill(source("exemplar/main.py", blueprint), contents)
    return with_imports(text, imports)


def _methods(blueprint: Blueprint) -> str:
    """What people sign in with, if it is more than a password."""
    methods = blueprint.auth.methods if blueprint.auth else ()
    return f"methods=[{', '.join(map(literal, methods))}]," if len(methods) > 1 else ""


def _tags(blueprint: Blueprint) -> str:
    users = {"users": "Who can sign in."} if blueprint.auth else {}
    said = users | {each.nouns: each.about for each in blueprint.resources if each.about}
    lines = (f"{literal(tag)}: {literal(about)}," for tag, about in said.items())
    return "\n".join(["tags={", *lines, "},"]) if said else ""


def _roles(blueprint: Blueprint) -> str:
    members = "\n".join(f'{names.constant(role)} = "{role}"' for role in blueprint.roles)
    return fill(source("exemplar/roles.py", blueprint), {"roles": members})
