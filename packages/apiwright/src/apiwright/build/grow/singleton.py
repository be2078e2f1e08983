"""Every file of what each account has one of, grown from the exemplar's preferences."""

from apiwright.blueprint.model import Blueprint, Resource
from apiwright.build.grow.conflicts import can_conflict
from apiwright.build.grow.exemplar import domain_source
from apiwright.build.grow.imports import with_imports
from apiwright.build.grow.models import IMPORTS as MODELS
from apiwright.build.grow.models import table_lines
from apiwright.build.grow.regions import fill, held
from apiwright.build.grow.retirement import IMPORTS as ENDING
from apiwright.build.grow.retirement import retired_router
from apiwright.build.grow.routes import IMPORTS
from apiwright.build.grow.schemas import schema_imports, schema_lines
from apiwright.build.grow.service import with_references
from apiwright.build.grow.text import docstring

_GUARDED = "dependencies=[allow(POLICY.update)]"
_CONFLICTING = f"{_GUARDED}, responses=answers(Conflict)"


def models(blueprint: Blueprint, resource: Resource) -> str:
    """Its table."""
    about = docstring(resource.about, f"The {_words(resource)} of one account.")
    lines = {"about": about} | table_lines(blueprint, resource)
    return with_imports(fill(_source("models", blueprint, resource), lines), MODELS)


def policy(blueprint: Blueprint, resource: Resource) -> str:
    """Who may do what with it: its owner alone."""
    text = fill(_source("policy", blueprint, resource), {})
    return text if resource.access.update else text.replace(", update=owner", "")


def repository(blueprint: Blueprint, resource: Resource) -> str:
    """Its rows."""
    return _source("repository", blueprint, resource)


def routes(blueprint: Blueprint, resource: Resource) -> str:
    """Its endpoints."""
    text = _source("routes", blueprint, resource)
    router = f'router = APIRouter(prefix="{resource.path}", tags=["{resource.nouns}"])'
    text = text.replace(f'prefix="/users/me/{resource.noun}"', f'prefix="{resource.path}"')
    contents: dict[str, str] = {}
    if resource.access.update is None:
        contents["update"] = ""
    elif can_conflict("update", blueprint, resource):
        contents["update"] = held(text, "update").replace(_GUARDED, _CONFLICTING)
    text = fill(retired_router(text, router, resource.terms), contents)
    return with_imports(text, (*ENDING, *IMPORTS))


def schemas(blueprint: Blueprint, resource: Resource) -> str:
    """What callers send and receive of it: its fields and nothing else."""
    lines = schema_lines(blueprint, resource)
    contents = {name: lines[name] for name in ("aliases", "update_columns", "read_columns")}
    if resource.access.update is None:
        contents["update"] = ""
    text = fill(_source("schemas", blueprint, resource), contents)
    return with_imports(text, schema_imports(blueprint, resource))


def service(blueprint: Blueprint, resource: Resource) -> str:
    """Its rules."""
    name, text = resource.name, _source("service", blueprint, resource)
    if resource.access.update is None:
        text = text.replace(f"[{name}, {name}Update,", f"[{name}, Never,")
    return with_references(text, blueprint, resource)


def tests(blueprint: Blueprint, resource: Resource) -> str:
    """Its tests: keel's."""
    path = "tests/user_preferences/test_user_preferences.py"
    return fill(domain_source(path, blueprint, resource), {})


def _source(name: str, blueprint: Blueprint, resource: Resource) -> str:
    return domain_source(f"exemplar/user_preferences/{name}.py", blueprint, resource)


def _words(resource: Resource) -> str:
    return resource.noun.replace("_", " ")
