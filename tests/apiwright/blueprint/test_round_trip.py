import json
from dataclasses import replace
from datetime import UTC, timedelta
from typing import Any, cast

from apiwright.blueprint.checks.fitting import misfit
from apiwright.blueprint.fields import values
from apiwright.blueprint.fields.bounds import fill
from apiwright.blueprint.fields.field_type import FieldType
from apiwright.blueprint.fields.read import read_field
from apiwright.blueprint.fields.types import FIELD_TYPES
from apiwright.blueprint.model import Field
from apiwright.blueprint.page.mistakes import Report
from apiwright.blueprint.page.places import Places
from apiwright.blueprint.read import read_blueprint
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.apiwright.blueprint.write import write_field

Number = Any

CHARACTERS = st.characters(
    codec="utf-8",
    exclude_categories=["Cc", "Cs", "Zl", "Zp"],
    exclude_characters="\ufffe\uffff",
)
TEXTS = st.text(CHARACTERS, max_size=20)
PATTERNS = st.sampled_from([None, "^.*$", "a?", r"^[^, ]*, = .*$|", "matches|"])
NUMBERS: dict[str, st.SearchStrategy[Any]] = {
    "time": st.times().map(lambda it: it.replace(microsecond=0)),
    "duration": st.timedeltas(timedelta(0), timedelta(days=36_525)),
    "int": st.integers(-(2**63) + 1, 2**63 - 1),
    "float": st.floats(-1e12, 1e12),
    "decimal": st.decimals(-10_000_000, 10_000_000, places=2),
}
VALUES: dict[str, st.SearchStrategy[Any]] = NUMBERS | {
    "str": TEXTS,
    "text": TEXTS,
    "bool": st.booleans(),
    "date": st.dates(),
    "datetime": st.datetimes(timezones=st.just(UTC)),
    "uuid": st.uuids(),
    "email": st.just("ada@example.com"),
    "url": st.just("https://example.com/a,b?c=d"),
    "country": st.just("DE"),
    "language": st.just("de"),
    "currency": st.just("EUR"),
    "list": st.lists(st.sampled_from(["a", "b, c", '"', "[]"]), max_size=3),
    "enum": st.sampled_from(["draft", "in-print"]),
    "reference": st.uuids(),
    "json": st.just({"a": [1, None, "b"]}),
}
FILES = st.builds(
    Field,
    st.just("thing"),
    st.just("file"),
    optional=st.just(value=True),
    read_only=st.just(value=True),
    maximum=st.sampled_from([1, 500_000, 10_000_000, 10**9]),
    media_types=st.sampled_from([("image/png",), ("application/pdf", "image/svg+xml")]),
    about=TEXTS.map(str.strip),
)
PARTICULARS: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "list": st.builds(
        lambda least: {"item": Field("thing_item", "str", minimum=least, maximum=9)},
        st.sampled_from([None, 1]),
    ),
    "decimal": st.just({"digits": 10, "places": 2}),
    "enum": st.just({"choices": ("draft", "in-print")}),
    "reference": st.fixed_dictionaries(
        {"target": st.just("Author"), "on_delete": st.sampled_from(["restrict", "cascade"])}
    ),
}


@st.composite
def fields(draw: st.DrawFn) -> Field:
    kind = FIELD_TYPES[draw(st.sampled_from(list(FIELD_TYPES)))]
    if kind.name == "file":
        return draw(FILES)
    value = draw(VALUES[kind.name])
    minimum, maximum = draw(bounds(kind, value))
    field = Field(
        "thing",
        kind.name,
        optional=draw(st.booleans()),
        minimum=minimum,
        maximum=maximum,
        pattern=draw(PATTERNS) if kind.bounds == "length" and value == "" else None,
        unique=kind.is_indexable and kind.name != "bool" and draw(st.booleans()),
        index=kind.is_indexable and draw(st.booleans()),
        search=draw(st.integers(0, 10)) if kind.is_text else 0,
        about=draw(TEXTS).strip(),
        **draw(PARTICULARS.get(kind.name, st.just({}))),
    )
    if misfit(field, value):
        return field
    if kind.has_default and not field.unique and draw(st.booleans()):
        field = replace(field, default=value, has_default=True)
    return replace(field, example=values.plain(value) if draw(st.booleans()) else None)


@st.composite
def bounds(draw: st.DrawFn, kind: FieldType, value: Any) -> tuple[Number, Number]:
    """Bounds as a page could say them, filled in as reading does."""
    if kind.bounds is None:
        return None, None
    if kind.bounds in ("length", "number"):
        return fill(kind, draw(st.none() | st.just(0)), draw(st.none() | st.integers(20, 600)))
    low, high = sorted([value, draw(NUMBERS[kind.name].filter(lambda other: other != value))])
    return fill(
        kind, *draw(st.sampled_from([(None, None), (low, None), (None, high), (low, high)]))
    )


@given(fields())
@settings(max_examples=300)
def test_a_field_that_is_written_and_read_again_is_the_same(field: Field) -> None:
    page = {
        "backend": "Shop",
        "resources": {
            "Author": {"fields": {"name": "str"}, "access": {"read": "anyone"}},
            "Book": {
                "fields": {"thing": write_field(field)},
                "access": {"read": "anyone", "write": "anyone"},
            },
        },
    }
    text = json.dumps(page, ensure_ascii=False)
    assert read_blueprint(text).resource("Book").field("thing") == field


STATES = st.lists(
    st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")).filter(lambda it: it[0] != it[1]),
    min_size=1,
    unique=True,
)


@given(arrows=STATES, about=TEXTS, index=st.booleans())
def test_states_that_are_written_are_read_again(
    arrows: list[tuple[str, str]], about: str, *, index: bool
) -> None:
    choices = tuple(dict.fromkeys(state for arrow in arrows for state in arrow))
    field = Field(
        "thing",
        "enum",
        choices=choices,
        arrows=tuple(arrows),
        default=choices[0],
        has_default=True,
        read_only=True,
        index=index,
        about=about.strip(),
    )
    report = Report(Places())
    written = cast("dict[str, object]", write_field(field))
    assert read_field(written, ("resources", "Book", "fields", "thing"), [], report) == field
    assert not report.mistakes
