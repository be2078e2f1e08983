"""Spellings of names, and names that are taken."""

import asyncio
import sqlite3
import tomllib
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, distribution, packages_distributions
from pathlib import Path

import pytest
from apiwright.blueprint import names, reserved
from hypothesis import given
from hypothesis import strategies as st
from keel.auth import Account
from keel.data import Model
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

EXEMPLAR = Path(__file__).parents[3] / "exemplar"


@pytest.mark.parametrize(
    ("name", "snake"),
    [
        ("OrderLine", "order_line"),
        ("HTTPServer", "http_server"),
        ("Bookshop", "bookshop"),
        ("My book-shop 2", "my_book_shop_2"),
        ("Address2", "address2"),
        ("Café", "cafe"),
    ],
)
def test_a_name_in_snake_case(name: str, snake: str) -> None:
    assert names.snake(name) == snake


@given(st.from_regex(r"[A-Z][a-z]+([A-Z][a-z]+)*[0-9]*", fullmatch=True))
def test_a_class_has_its_name_again_after_a_module(name: str) -> None:
    assert names.pascal(names.snake(name)) == name


PLURALS = {
    "book": "books",
    "category": "categories",
    "day": "days",
    "box": "boxes",
    "status": "statuses",
    "address": "addresses",
    "house": "houses",
    "person": "people",
    "child": "children",
    "movie": "movies",
    "order_line": "order_lines",
    "shop_person": "shop_people",
}


@pytest.mark.parametrize("noun", PLURALS)
def test_a_noun_has_a_plural_and_a_plural_a_noun(noun: str) -> None:
    assert names.plural(noun) == PLURALS[noun]
    assert names.singular(names.pascal(PLURALS[noun])) == names.pascal(noun)


@pytest.mark.parametrize(
    "name", ["Address", "Status", "Bus", "News", "Canvas", "Analysis", "Lens", "Physics", "Item"]
)
def test_a_singular_that_ends_like_a_plural_is_none(name: str) -> None:
    assert names.singular(name) is None


def _attributes(model: type[Model]) -> set[str]:
    said = {*model.__annotations__, *model.model_fields, *dir(model)}
    return {name for name in said if not name.startswith("_")}


def test_every_attribute_of_a_model_is_taken() -> None:
    assert {name for name in _attributes(Model) if reserved.column(name) is None} == set()


def test_every_attribute_of_an_account_is_taken_in_it() -> None:
    free = {name for name in _attributes(Account) if reserved.column(name) is None}
    assert {name for name in free if reserved.account_column(name) is None} == set()


def _installed_with_a_project() -> set[str]:
    """The distributions that a built project needs, as far as they are here."""
    project = tomllib.loads((EXEMPLAR / "pyproject.toml").read_text())
    lines: list[str] = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    waiting, found = {*lines}, set[str]()
    while waiting:
        found.add(line := waiting.pop())
        need = Requirement(line)
        with suppress(PackageNotFoundError):
            for inner in distribution(need.name).requires or ():
                marker = Requirement(inner).marker
                extras = need.extras or {""}
                if marker is None or any(marker.evaluate({"extra": extra}) for extra in extras):
                    waiting |= {inner} - found
    return {canonicalize_name(Requirement(line).name) for line in found}


def test_no_project_is_called_like_what_it_installs() -> None:
    needed = _installed_with_a_project()
    owners = packages_distributions().items()
    modules = {name for name, by in owners if needed & {*map(canonicalize_name, by)}}
    wanted = {name.replace("-", "_") for name in needed} | modules
    assert len(wanted) > 60
    assert {name for name in wanted if name[0] != "_" and reserved.package(name) is None} == set()


def _needs_quotes(word: str) -> bool:
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute(f"CREATE TABLE t ({word} integer)")
    except sqlite3.OperationalError:
        return True
    finally:
        connection.close()
    return False


def test_every_word_that_sqlite_wants_quoted_is_taken() -> None:
    words = {
        *reserved.SQL_WORDS,
        "name",
        "type",
        "value",
        "position",
        "key",
        "year",
        "text",
        "json",
    }
    wanting = {word for word in words if _needs_quotes(word)}
    assert len(wanting) > 40
    assert all(reserved.column(word) for word in wanting)
    assert not wanting & {"name", "type", "value", "position", "key", "year", "text", "json"}


async def _reserved_words(url: str) -> list[str]:
    engine = create_async_engine(make_url(url).set(drivername="postgresql+asyncpg"))
    try:
        async with engine.connect() as connection:
            query = text("SELECT word FROM pg_get_keywords() WHERE catcode IN ('R', 'T')")
            return list((await connection.execute(query)).scalars())
    finally:
        await engine.dispose()


def test_every_word_that_postgres_wants_quoted_is_taken(postgres_server: str) -> None:
    words = asyncio.run(_reserved_words(postgres_server))
    assert len(words) > 90
    assert {word for word in words if reserved.column(word) is None} == set()
