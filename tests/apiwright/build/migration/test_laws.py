"""Laws of migrations, on random pairs of blueprints."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from apiwright.blueprint.access.access import Access, Rule
from apiwright.blueprint.fields.types import FIELD_TYPES
from apiwright.blueprint.model import Blueprint, Field, Filter, Listing, Resource
from apiwright.build.migration import migration
from apiwright.plan.difference import difference
from apiwright.plan.tables import tables
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from ruff import find_ruff_bin

if TYPE_CHECKING:
    from tests.apiwright.build.migration.conftest import Revisions, Scratch

NAMES = ("Author", "Book", "Shelf")
FIELDS = ("alpha", "beta", "a_name_that_is_as_long_as_a_name_may_be")
PLURALS = {"Author": "authors", "Book": "books", "Shelf": "shelves"}
ANYONE = Rule(("anyone",))
DEFAULTS: dict[str, object] = {
    "str": "a",
    "text": "b\nc",
    "int": 3,
    "float": 0.5,
    "decimal": Decimal("1.50"),
    "bool": True,
    "date": date(2026, 1, 2),
    "email": "ada@example.com",
    "url": "https://example.com/?a=:b",
    "enum": "paper",
    "time": time(9, 30),
    "duration": timedelta(minutes=90),
    "country": "DE",
    "list": ["a:b", "it's"],
}
CHOICES = (
    ("paper", "cloth"),
    ("paper", "e-book"),
    ("paper", *(f"one of many words, number {number}" for number in range(20))),
)


@st.composite
def fields(draw: st.DrawFn, name: str) -> Field:
    kind = draw(st.sampled_from([*FIELD_TYPES]))
    is_reference = kind == "reference"
    has_default = kind in DEFAULTS and draw(st.booleans())
    optional = is_reference or (not has_default and draw(st.integers(0, 5)) > 0)
    is_indexable = FIELD_TYPES[kind].is_indexable
    return Field(
        name,
        kind,
        optional=optional,
        maximum=draw(st.sampled_from([20, 60])) if kind in ("str", "text") else None,
        digits=draw(st.sampled_from([8, 10])) if kind == "decimal" else None,
        places=2 if kind == "decimal" else None,
        choices=draw(st.sampled_from(CHOICES)) if kind == "enum" else (),
        target=draw(st.sampled_from(NAMES)) if is_reference else None,
        on_delete=draw(st.sampled_from(["restrict", "cascade", "set null"])),
        default=DEFAULTS[kind] if has_default else None,
        has_default=has_default,
        unique=is_indexable and kind != "bool" and not has_default and draw(st.booleans()),
        index=is_indexable and draw(st.booleans()),
    )


@st.composite
def resources(draw: st.DrawFn, name: str) -> Resource:
    made = tuple(draw(fields(each)) for each in FIELDS if draw(st.booleans()))
    sortable = [field.name for field in made if FIELD_TYPES[field.type].is_sortable]
    filterable = [field for field in made if FIELD_TYPES[field.type].filters]
    return Resource(
        name,
        PLURALS[name],
        "A thing.",
        made,
        Access(ANYONE, ANYONE, ANYONE, ANYONE, ANYONE),
        unique=(tuple(sortable[:2]),) if len(sortable) > 1 and draw(st.booleans()) else (),
        listing=Listing(
            tuple(Filter(f.name, FIELD_TYPES[f.type].filters) for f in filterable[:1]),
            ("created_at", *sortable[1:]),
        ),
    )


@st.composite
def blueprints(draw: st.DrawFn) -> Blueprint:
    """Always with all that is referred to."""
    made = {name: draw(resources(name)) for name in NAMES if draw(st.integers(0, 3))}
    kept = tuple(
        replace(
            resource,
            fields=tuple(f for f in resource.fields if f.target is None or f.target in made),
            unique=(),
            listing=Listing(),
        )
        if any(f.target and f.target not in made for f in resource.fields)
        else resource
        for resource in made.values()
    )
    return Blueprint("Shop", "Sells.", kept)


def having(*, index: bool) -> Blueprint:
    field = Field("alpha", "int", index=index)
    access = Access(ANYONE, ANYONE, ANYONE, ANYONE, ANYONE)
    return Blueprint("Shop", "Sells.", (Resource("Book", "books", "A book.", (field,), access),))


def required(*, default: bool) -> Blueprint:
    """No two rows have two values alike, one of which rows that stand may lack, or get."""
    means = {"default": 3, "has_default": True} if default else {"optional": True}
    made = (Field("alpha", "int"), Field(FIELDS[-1], "int", **means))
    (book,) = having(index=False).resources
    alike = (tuple(field.name for field in made),)
    return Blueprint("Shop", "Sells.", (replace(book, fields=made, unique=alike),))


pairs = st.tuples(blueprints(), blueprints())
slow = settings(
    max_examples=30,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def step(before: Blueprint | None, after: Blueprint) -> Revisions:
    return migration(tables(before) if before else (), tables(after), "0002", "0001")


@slow
@given(pairs)
def test_a_step_leads_where_a_new_start_leads_and_back(
    scratch: Scratch, pair: tuple[Blueprint, Blueprint]
) -> None:
    before, after = pair
    change = step(before, after)
    scratch.clear()
    scratch.upgrade(step(None, after))
    new_start = scratch.schema()
    scratch.clear()
    scratch.upgrade(step(None, before))
    old = scratch.schema()
    scratch.upgrade(change)
    assert scratch.schema() == new_start
    scratch.downgrade(change)
    assert scratch.schema() == old


@slow
@given(pairs)
@example((having(index=False), having(index=True)))
@example((required(default=False), required(default=True)))
def test_a_migration_is_as_ruff_would_leave_it(pair: tuple[Blueprint, Blueprint]) -> None:
    before, after = pair
    assume(difference(tables(before), tables(after)))
    for revision in step(before, after):
        assert_ruff_leaves(revision.text)


def test_a_check_of_any_length_is_as_ruff_would_leave_it() -> None:
    fields = (Field(f"f{n}", "enum", choices=("a" * 20, "b" * 20, "c" * n)) for n in range(1, 41))
    (book,) = having(index=False).resources
    (made,) = step(None, Blueprint("Shop", "Sells.", (replace(book, fields=(*fields,)),)))
    assert_ruff_leaves(made.text)


def assert_ruff_leaves(revision: str) -> None:
    for check in (["format", "--diff"], ["check", "--select=ALL", "--ignore=CPY001,INP001"]):
        said = subprocess.run(
            [find_ruff_bin(), *check, "--isolated", "--line-length=100", "-"],
            input=revision,
            capture_output=True,
            text=True,
            check=False,
        )
        assert said.returncode == 0, said.stdout
