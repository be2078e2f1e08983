"""The exemplar: the project that all built Python grows from."""

import re
from functools import cache
from pathlib import Path

import apiwright
from apiwright.blueprint import names
from apiwright.blueprint.model import Blueprint, Resource
from apiwright.build.grow.rename import PACKAGE, Noun, rename

TOPIC = Noun("Topic", "topics")
NOTE = Noun("Note", "notes")
COMMENT = Noun("Comment", "comments")
PREFERENCES = Noun("Preferences", "user_preferences")
STATS = Noun("Stats", "stats")


@cache
def exemplar_root() -> Path:
    """The exemplar's folder: inside the installed package, or beside `packages/` in a checkout."""
    package = Path(apiwright.__file__).parent
    inside = package / "exemplar"
    return inside if inside.is_dir() else package.parents[3] / "exemplar"


def source(path: str, blueprint: Blueprint) -> str:
    """One of its files, with the package of a blueprint, its regions still marked."""
    return re.sub(rf"\b{PACKAGE}\b", blueprint.package, _read(path))


def domain_source(path: str, blueprint: Blueprint, resource: Resource) -> str:
    """A file about its topics, notes, comments or preferences, turned into one about a resource."""
    nouns = (NOTE, COMMENT, PREFERENCES)
    was = next((noun for noun in nouns if f"/{noun.nouns}/" in path), TOPIC)
    return rename(_read(path), was, Noun(resource.name, resource.nouns), blueprint.package)


def folder_source(path: str, blueprint: Blueprint, domain: str) -> str:
    """A file of its stats, a domain without a table, turned into one of another domain."""
    now = Noun(names.pascal(domain), domain)
    return rename(_read(path), STATS, now, blueprint.package)


@cache
def _read(path: str) -> str:
    return (exemplar_root() / path).read_text("utf-8")
