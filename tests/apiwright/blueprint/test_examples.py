"""The pages that people read first."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast, get_args

import jsonschema_rs
import pytest
from apiwright.blueprint.computed.model import Function
from apiwright.blueprint.fields.shorthand import FLAGS
from apiwright.blueprint.fields.types import FIELD_TYPES
from apiwright.blueprint.page.schema import json_schema
from apiwright.blueprint.read import read_blueprint
from apiwright.blueprint.rules.read import OPERATORS
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[3]
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
GUIDE = (ROOT / "docs" / "blueprint.md").read_text()
BLOCKS = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)


def _load(page: str) -> dict[str, object]:
    loader: Any = YAML(typ="safe", pure=True)
    return cast("dict[str, object]", loader.load(page))


def _page(block: str) -> str:
    """A block of the guide with what it leaves out."""
    if "backend:" in block:
        return block
    if block.startswith("resources:"):
        return f"backend: Guide\n{block}"
    if block.startswith("endpoints:"):
        book = "  Book: {fields: {title: str}, access: {read: anyone}}\n"
        head = "backend: Guide\nroles: [editor, admin]\nauth: {sign_up: open}\nresources:\n"
        return head + book + block
    if "\nfields:" in f"\n{block}":
        block = f"Sample:\n  access: {{read: anyone}}\n{_indented(block)}"
    has_user = re.search("^User:", block, re.MULTILINE)
    return (
        "backend: Guide\nroles: [reader, editor, admin]\nauth: {sign_up: open}\nresources:\n"
        "  Author: {fields: {name: str}, access: {read: anyone}}\n"
        + ("" if has_user else "  User: {access: {read: admin}}\n")
        + _indented(block)
    )


def _indented(block: str) -> str:
    return re.sub("^(?=.)", "  ", block, flags=re.MULTILINE)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_a_blueprint(path: Path) -> None:
    assert read_blueprint(path.read_bytes(), path.name).resources


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_json_schema_accepts_an_example(path: Path) -> None:
    validator = jsonschema_rs.Draft202012Validator(json_schema())
    assert validator.is_valid(_load(path.read_text()))


def test_the_json_schema_refuses_what_no_page_has() -> None:
    validator = jsonschema_rs.Draft202012Validator(json_schema())
    good = _load(EXAMPLES[0].read_text())
    assert not validator.is_valid(good | {"resorces": {}})
    assert not validator.is_valid(good | {"auth": {"sign_up": "sometimes"}})
    assert not validator.is_valid(good | {"backend": 5})


def _records(schema: object) -> Iterator[dict[str, Any]]:
    """The `properties` of every mapping in a schema."""
    if isinstance(schema, dict):
        found = cast("dict[str, Any]", schema)
        yield from [found["properties"]] if "properties" in found else []
        yield from _records(list(found.values()))
    if isinstance(schema, list):
        for value in cast("list[object]", schema):
            yield from _records(value)


def test_the_json_schema_explains_every_key() -> None:
    keys = [key for properties in _records(json_schema()) for key in properties.values()]
    assert len(keys) > 30
    assert all(key["description"].endswith((".", "`.")) for key in keys)


@pytest.mark.parametrize("block", BLOCKS)
def test_an_example_of_the_guide_is_a_blueprint(block: str) -> None:
    parts = dict.fromkeys(("catalog.yaml", "sales/orders.yaml"), "resources: {}")
    assert read_blueprint(_page(block), parts=parts).resources is not None


def test_the_guide_explains_every_type_and_every_key() -> None:
    types = set(re.findall(r"^\| `(\w+)`", GUIDE, re.MULTILINE))
    assert types >= FIELD_TYPES.keys() - {"enum", "reference"}
    keys = {name for properties in _records(json_schema()) for name in properties}
    assert {key for key in keys if f"{key}:" not in GUIDE} == set()


def test_the_grammar_has_every_word_of_the_short_forms() -> None:
    grammar = GUIDE[GUIDE.index("## Grammar") :]
    said = {word for text in re.findall('"([^"]+)"', grammar) for word in text.split()}
    words = {*FLAGS, *OPERATORS, *get_args(Function), "matches", "was"}
    needed = {word for each in words for word in each.split() if not word.isdecimal()}
    assert needed - said == set()


@pytest.mark.parametrize("name", FIELD_TYPES)
def test_the_sample_of_a_type_is_of_that_type(name: str) -> None:
    sample = FIELD_TYPES[name].sample
    page = f"Book:\n  fields:\n    sample: {sample}\n  access: {{read: anyone, write: admin}}\n"
    assert read_blueprint(_page(page)).resource("Book").field("sample").type == name
