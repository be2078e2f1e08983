"""A resource's domain: one folder of the package."""

from pathlib import PurePosixPath

from apiwright.blueprint.model import Blueprint, Resource
from apiwright.build.grow import singleton
from apiwright.build.grow.actions import deeds, expected, expected_imports
from apiwright.build.grow.exemplar import domain_source
from apiwright.build.grow.imports import TYPES, with_imports
from apiwright.build.grow.includes import includes
from apiwright.build.grow.models import models
from apiwright.build.grow.policy import policy
from apiwright.build.grow.regions import fill
from apiwright.build.grow.rename import Noun
from apiwright.build.grow.routes import routes
from apiwright.build.grow.schemas import schemas
from apiwright.build.grow.service import repository, service
from apiwright.build.grow.text import docstring

_SMALL = {"A", "An", "Anything", "One", "Somebody", "Something", "The", "What", "Who"}
_SINGLETON = {
    "models": singleton.models,
    "policy": singleton.policy,
    "repository": singleton.repository,
    "routes": singleton.routes,
    "schemas": singleton.schemas,
    "service": singleton.service,
}
_FILES = {
    "models": models,
    "policy": policy,
    "repository": repository,
    "routes": routes,
    "schemas": schemas,
    "service": service,
}


def domain(blueprint: Blueprint, resource: Resource) -> dict[PurePosixPath, str]:
    """Every file of it, with its tests."""
    folder = PurePosixPath(blueprint.package, resource.nouns)
    grown = _SINGLETON if resource.singleton else _FILES
    files = {folder / f"{name}.py": file(blueprint, resource) for name, file in grown.items()}
    if resource.include:
        files[folder / "includes.py"] = includes(blueprint, resource)
    tests = PurePosixPath("tests", resource.nouns, f"test_{resource.nouns}.py")
    return {
        folder / "__init__.py": package_docstring(resource),
        **files,
        tests: tests_of(blueprint, resource),
    }


def tests_of(blueprint: Blueprint, resource: Resource) -> str:
    """The tests of it: keel's, and what they expect of its actions."""
    if resource.singleton:
        return singleton.tests(blueprint, resource)
    text = domain_source("tests/topics/test_topics.py", blueprint, resource)
    acts = deeds(blueprint, resource)
    lines = "\n".join(filter(None, map(expected, acts)))
    told = fill(text, {"actions": f"actions = (\n{lines}\n)" if lines else ""})
    models = [line for deed in acts for line in expected_imports(deed)]
    return with_imports(told, (*TYPES, "from keel.testing import CALLER, Action", *models))


def package_docstring(resource: Resource) -> str:
    """What the resource is, as the one line of `__init__.py`."""
    many = Noun(resource.name, resource.nouns).phrases[4]
    first, space, rest = resource.about.partition(" ")
    about = f"{first.lower() if first in _SMALL else first}{space}{rest}"
    return docstring(f"{many}: {about}" if about else many, f"{many}.", margin=0) + "\n"
