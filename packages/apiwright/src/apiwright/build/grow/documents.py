"""Every file that is not Python: each template under its own path, without `.jinja`."""

from functools import cache
from importlib.resources import files
from pathlib import Path, PurePosixPath

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from apiwright.blueprint import names
from apiwright.blueprint.model import Blueprint
from apiwright.build.grow.settings import settings
from apiwright.build.grow.user_schemas import has_sign_up
from apiwright.plan.calls import ADDRESS, calls
from apiwright.plan.contract import endpoints
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


def _said(blueprint: Blueprint) -> dict[str, object]:
    user = [each for each in blueprint.resources if each.is_account]
    asked = [
        field.column
        for each in user
        for field in each.fields
        if not (field.optional or field.has_default or field.read_only)
    ]
    return {
        "name": blueprint.name,
        "about": " ".join(blueprint.about.split()),
        "package": blueprint.package,
        "distribution": names.kebab(blueprint.name),
        "domains": [*(each.nouns for each in blueprint.resources), *own_domains(blueprint)],
        "has_accounts": blueprint.auth is not None,
        "has_sign_up": has_sign_up(blueprint),
        "asked_at_sign_up": ["email", "password", *asked],
        "roles": blueprint.roles,
        "address": ADDRESS,
        "calls": calls(blueprint),
        "endpoints": endpoints(blueprint),
        "settings": settings(blueprint),
    }
