"""One file of tests an endpoint: what follows from its declaration, and a test to be written."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from apiwright.blueprint import names
from apiwright.build.grow.exemplar import source
from apiwright.build.grow.imports import with_imports
from apiwright.build.grow.regions import fill
from apiwright.build.grow.text import docstring
from apiwright.plan.own import service_class

if TYPE_CHECKING:
    from apiwright.blueprint.endpoints.own_endpoint import OwnEndpoint
    from apiwright.blueprint.model import Blueprint, Field

_OF_THE_EXEMPLAR = "tests/topics/test_merge_topic.py"


def tests(blueprint: Blueprint) -> dict[PurePosixPath, str]:
    """The tests of every endpoint, in the folder of its domain."""
    return {
        PurePosixPath("tests", each.domain, f"test_{each.name}.py"): _test(blueprint, each)
        for each in blueprint.endpoints
    }


def _test(blueprint: Blueprint, endpoint: OwnEndpoint) -> str:
    logic = f"{service_class(blueprint, endpoint.domain)}.{endpoint.logic}"
    text = source(_OF_THE_EXEMPLAR, blueprint)
    text = text.replace("MergeTopic", names.pascal(endpoint.name))
    text = text.replace("merge_topic", endpoint.name)
    text = text.replace(".topics.routes", f".{endpoint.domain}.routes")
    text = text.replace("must_be(200,", f"must_be({endpoint.status},")
    about = f"`{endpoint}`: {endpoint.about}" if endpoint.about else f"`{endpoint}`."
    filled = {
        "about": docstring(about, f"`{endpoint}`.", margin=0),
        "rows": _rows(endpoint),
        "task": docstring(f"Yours to write, with `{logic}`.", "Yours to write.", margin=8),
    }
    models = [
        f"from {blueprint.package}.{blueprint.nouns(str(each.target))}.models import {each.target}"
        for each in _references(endpoint)
    ]
    return with_imports(fill(text, filled), models)


def _rows(endpoint: OwnEndpoint) -> str:
    named = {each.column: each.target for each in _references(endpoint)}
    said = ", ".join(f'"{column}": {model}' for column, model in named.items())
    return f"rows: ClassVar = {{{said}}}" if named else ""


def _references(endpoint: OwnEndpoint) -> list[Field]:
    """What holds the id of a row."""
    every = (*endpoint.parameters, *endpoint.query, *endpoint.body)
    return [field for field in every if field.target]
