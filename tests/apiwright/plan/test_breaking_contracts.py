"""The words for what breaks clients agree with the OpenAPI documents of what is built."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from apiwright.blueprint.read import read_blueprint
from apiwright.build.grow import grow
from apiwright.plan.breaking import breaking

from tests.apiwright.plan.contracts import losses

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

PAGE = """\
backend: Shop
auth: {sign_up: open}
resources:
  Tag: {fields: {label: str}, access: {read: anyone, write: anyone}}
  Book:
    fields:
      title: str 1..200
      isbn: str? 10..13
      price: decimal(8,2) 0..
      stock: int 0..100 = 0
      format: paper | ebook | audio
      code: str 3, matches ^[a-z]+$
      labels: "[str 1..30] ..10"
      status: draft -> published
      tags: [Tag]
      secret: str?, write-only
      total: = price * stock
    access: {read: anyone, write: anyone}
    list: {filter: {format: [eq, in], price: [gte, lte]}, sort: [title, price], page: 20..100}
    include: [tags]
    export: [csv, jsonl]
    actions:
      publish: {by: anyone, status: draft -> published, body: {remark: str? 1..20}}
endpoints:
  POST /books/{book}/restock:
    body: {quantity: int 1..50, reason: "lost | sold?"}
    returns: Book
    access: anyone
  GET /stats/sales/{year}:
    path: {year: int 1900..2100}
    query: {kind: paper | ebook?}
    returns: [{month: int, sold: int?, kind: paper | ebook}]
    access: anyone
"""
BREAKS = {
    "a field goes": ("      isbn: str? 10..13\n", ""),
    "a field is called otherwise": ("isbn: str? 10..13", "ean: str? 10..13, was isbn"),
    "a field is needed": ("      isbn:", "      slug: str\n      isbn:"),
    "a text is shorter": ("title: str 1..200", "title: str 1..100"),
    "a text is longer at least": ("title: str 1..200", "title: str 2..200"),
    "a value is less": ("stock: int 0..100", "stock: int 0..50"),
    "a value must be there": ("isbn: str? 10..13", "isbn: str 10..13"),
    "a value may be null": ("title: str 1..200", "title: str? 1..200"),
    "another pattern": ("^[a-z]+$", "^[a-y]+$"),
    "another type": ("code: str 3, matches ^[a-z]+$", "code: int"),
    "a value of an enum goes": ("paper | ebook | audio", "paper | ebook"),
    "a value of an enum comes": ("paper | ebook | audio", "paper | ebook | audio | vinyl"),
    "fewer items": ('"[str 1..30] ..10"', '"[str 1..30] ..5"'),
    "shorter items": ('"[str 1..30] ..10"', '"[str 1..20] ..10"'),
    "fewer rows in a list": ("      tags: [Tag]\n", '      tags: "[Tag] ..5"\n'),
    "an include goes": ("    include: [tags]\n", ""),
    "what is seen is not": ("isbn: str? 10..13", "isbn: str? 10..13, write-only"),
    "what is set is not": ("isbn: str? 10..13", "isbn: str? 10..13, read-only"),
    "what is worked out goes": ("      total: = price * stock\n", ""),
    "a filter goes": ("format: [eq, in], ", ""),
    "an operator goes": ("[gte, lte]", "[gte]"),
    "an order goes": ("sort: [title, price]", "sort: [title]"),
    "smaller pages": ("20..100", "20..50"),
    "a format goes": ("[csv, jsonl]", "[csv]"),
    "an operation goes": (
        "    access: {read: anyone, write: anyone}\n    list",
        "    access: {read: anyone, create: anyone, update: anyone}\n    list",
    ),
    "an action goes": ("      publish:", "      issue:"),
    "an action needs more": ("remark: str? 1..20", "remark: str 1..20"),
    "an action takes less": ("remark: str? 1..20", "remark: str? 1..10"),
    "an endpoint goes": ("/restock", "/refill"),
    "a body takes less": ("quantity: int 1..50", "quantity: int 1..40"),
    "a body has other words": ("lost | sold?", "lost | gone?"),
    "a body needs more": ("quantity: int 1..50", "quantity: int 1..50, shelf: str"),
    "a body has less": ("quantity: int 1..50, ", ""),
    "a path takes less": ("int 1900..2100", "int 1950..2100"),
    "a query has other words": ("query: {kind: paper | ebook?}", "query: {kind: paper | audio?}"),
    "a query goes": ("    query: {kind: paper | ebook?}\n", ""),
    "a query must be there": ("query: {kind: paper | ebook?}", "query: {kind: paper | ebook}"),
    "an answer has less": ("month: int, ", ""),
    "an answer may be null": ("month: int, ", "month: int?, "),
    "an answer has more words": ("kind: paper | ebook}]", "kind: paper | ebook | audio}]"),
    "an answer has another type": ("month: int, ", "month: str, "),
    "an answer is no list": ("[{month: int, sold: int?, kind: paper | ebook}]", "{month: int}"),
    "another status": ("    returns: Book\n", "    returns: Book\n    status: 201\n"),
}
SAFE = {
    "an optional field": ("      isbn:", "      slug: str?\n      isbn:"),
    "a field with a default": ("      isbn:", "      shelf: str = A1\n      isbn:"),
    "a longer text": ("title: str 1..200", "title: str 1..300"),
    "no pattern": (", matches ^[a-z]+$", ""),
    "a filter": ("price: [gte, lte]", "price: [gte, lte, eq]"),
    "an endpoint": (
        "endpoints:\n",
        "endpoints:\n  GET /ping: {returns: {at: int}, access: anyone}\n",
    ),
    "a query": ("query: {kind: paper | ebook?}", "query: {kind: paper | ebook?, top: int?}"),
    "more in a body": ("quantity: int 1..50", "quantity: int 1..60, shelf: str?"),
    "more in an answer": ("month: int, ", "month: int, year: int, "),
    "a resource": ("  Book:", "  Shelf: {fields: {name: str}, access: {read: anyone}}\n  Book:"),
}
_DUMP = "import json, sys; from shop.main import app; json.dump(app.openapi(), sys.stdout)"


@pytest.fixture(scope="session")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The OpenAPI document of what grows from a page, made once."""

    @cache
    def document(page: str) -> dict[str, Any]:
        root: Path = tmp_path_factory.mktemp("shop")
        for path, content in grow(read_blueprint(page)).items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
        said = subprocess.run(
            [sys.executable, "-c", _DUMP],
            cwd=root,
            env=os.environ | {"SECRET_KEY": "s" * 64},
            capture_output=True,
            text=True,
            check=False,
        )
        assert said.returncode == 0, said.stderr
        return json.loads(said.stdout)

    return document


def changed(old: str, new: str) -> str:
    assert PAGE.count(old) == 1, old
    return PAGE.replace(old, new)


@pytest.mark.parametrize("name", BREAKS)
def test_what_a_document_loses_is_said(documents: Any, name: str) -> None:
    after = changed(*BREAKS[name])
    assert losses(documents(PAGE), documents(after))
    assert breaking(read_blueprint(PAGE), read_blueprint(after))


@pytest.mark.parametrize("name", SAFE)
def test_what_a_document_gains_is_not_said_to_break_anybody(documents: Any, name: str) -> None:
    after = changed(*SAFE[name])
    assert losses(documents(PAGE), documents(after)) == []
    assert breaking(read_blueprint(PAGE), read_blueprint(after)) == ()
