"""Every file that is not Python: each template under its own path, without `.jinja`."""

from functools import cache
from importlib.resources import files
from pathlib import Path, PurePosixPath

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from apiwright.blueprint import names
from apiwright.blueprint.files import keeps_files
from apiwright.blueprint.model import Blueprint
from apiwright.build.grow.settings import settings
from apiwright.plan.calls import ADDRESS, calls
from apiwright.plan.contract import Endpoint, endpoints
from apiwright.plan.field_access import field_access
from apiwright.plan.own import own_domains

_SUFFIX = ".jinja"


def documents(blueprint: Blueprint) -> dict[PurePosixPath, str]:
    """README, container, compose, CI and the like."""
    said = _said(blueprint)
    return {
        PurePosixPath(name.removesuffix(_SUFFIX)): _templates().get_template(name).render(said)
        for name in _templates().list_templates(extensions=[_SUFFIX[1:]])
    }


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(str(files("apiwright.build"))) / "templates"),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - nothing here is HTML
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _is_older(endpoint: Endpoint, blueprint: Blueprint) -> bool:
    return endpoint.path.split("/")[1] in {version.name for version in blueprint.versions}


def _said(blueprint: Blueprint) -> dict[str, object]:
    user = [each for each in blueprint.resources if each.is_account]
    asked = [field.column for each in user for field in each.fields if field.is_asked]
    tenants = [each for each in blueprint.resources if each.name == blueprint.tenants]
    return {
        "name": blueprint.name,
        "about": " ".join(blueprint.about.split()),
        "package": blueprint.package,
        "distribution": names.kebab(blueprint.name),
        "domains": [*(each.nouns for each in blueprint.resources), *own_domains(blueprint)],
        "keeps_files": keeps_files(blueprint),
        "has_accounts": blueprint.auth is not None,
        "has_sign_up": blueprint.has_sign_up,
        "has_api_keys": blueprint.has_method("api_key"),
        "has_clients": blueprint.has_method("client_credentials"),
        "has_second_factor": blueprint.has_method("second_factor"),
        "asked_at_sign_up": ["email", "password", *asked],
        "tenant": next((each.noun for each in tenants), ""),
        "asked_of_tenants": [it.column for each in tenants for it in each.fields if it.is_asked],
        "shared": [each.nouns.replace("_", " ") for each in blueprint.resources if each.shared],
        "roles": blueprint.roles,
        "address": ADDRESS,
        "prefix": blueprint.prefix,
        "versions": blueprint.versions,
        "calls": calls(blueprint),
        "endpoints": [each for each in endpoints(blueprint) if not _is_older(each, blueprint)],
        "guarded": field_access(blueprint),
        "settings": settings(blueprint),
    }
