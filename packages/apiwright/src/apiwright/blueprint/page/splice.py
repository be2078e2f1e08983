"""Changes of a page's text that leave every letter around them as its author wrote it."""

# The nodes of ruamel.yaml have no types.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from apiwright.blueprint.page.document import read_document
from apiwright.blueprint.page.mistakes import Report
from apiwright.blueprint.page.places import Places

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ruamel.yaml.nodes import Node

    from apiwright.blueprint.page.places import Path

    Value = str | Mapping[str, str]

_BLOCK_TEXTS = ("|", ">")


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one key or one item of a page.

    Attributes:
        path: The keys that lead there.
        value: What it comes to say; `None` for nothing, so that it goes.
        behind: The key that a new one stands behind, empty for the first of all; at the end unless
            said.
    """

    path: Path
    value: Value | None
    behind: str | None = None


def is_within(text: str, path: Path) -> bool:
    """Whether what a key would stand in is written in this text."""
    return _find(_root(text), path[:-1]) is not None


def spliced(text: str, change: Change) -> str | None:
    """The text with a change, and nothing else otherwise; `None` where its form has no room."""
    path = change.path
    while change.value is None and len(path) > 1 and _is_alone(_root(text), path):
        path = path[:-1]  # what would be left says nothing
    after = _spliced(text, Change(path, change.value, change.behind))
    if after is None:
        return None
    return after if _data(after) == _changed(_data(text), path, change.value) else None


def _spliced(text: str, change: Change) -> str | None:
    parent = _find(_root(text), change.path[:-1])
    if not isinstance(parent, MappingNode | SequenceNode):
        return None
    key = change.path[-1]
    entries = _entries(parent)
    if change.value is None:
        return _without(text, parent, list(entries).index(key)) if key in entries else None
    if key in entries:
        return _with_other(text, entries[key][1], change.value, is_flow=not _is_block(parent))
    return _with_new(text, parent, change)


def _with_other(text: str, node: Node, value: Value, *, is_flow: bool) -> str | None:
    if _is_block(node) or _is_block_text(node):
        return None
    start, end = node.start_mark.index, _last_index(text, node)
    return text[:start] + _written(value, is_flow=is_flow) + text[end:]


def _with_new(text: str, parent: Node, change: Change) -> str | None:
    entries = _entries(parent)
    line = f"{_key(str(change.path[-1]))}: "
    if entries and change.behind == "":
        return _with_first(text, parent, line, cast("Value", change.value))
    _, last = entries.get(change.behind or "") or [(None, None), *entries.values()][-1]
    if not _is_block(parent):
        line += _written(cast("Value", change.value), is_flow=True)
        if last is None:
            at = parent.start_mark.index + 1
            return text[:at] + line + text[at:]
        at = _last_index(text, last)
        return f"{text[:at]}, {line}{text[at:]}"
    line += _written(cast("Value", change.value), is_flow=False)
    if last is None:
        return None
    at = _end_of_line(text, _last_index(text, last))
    margin = " " * entries[next(iter(entries))][0].start_mark.column
    newline = "\r\n" if "\r\n" in text else "\n"
    if at and text[at - 1] != "\n":
        return f"{text[:at]}{newline}{margin}{line}{text[at:]}"
    return f"{text[:at]}{margin}{line}{newline}{text[at:]}"


def _with_first(text: str, parent: Node, line: str, value: Value) -> str:
    at = next(iter(_entries(parent).values()))[0].start_mark
    if not _is_block(parent):
        return f"{text[: at.index]}{line}{_written(value, is_flow=True)}, {text[at.index :]}"
    line += _written(value, is_flow=False)
    newline = "\r\n" if "\r\n" in text else "\n"
    return f"{text[: at.index]}{line}{newline}{' ' * at.column}{text[at.index :]}"


def _without(text: str, parent: Node, index: int) -> str:
    entries = [*_entries(parent).values()]
    key, value = entries[index]
    if _is_block(parent):
        start = text.rfind("\n", 0, key.start_mark.index) + 1
        return text[:start] + text[_end_of_line(text, _last_index(text, value)) :]
    if index + 1 < len(entries):
        return text[: key.start_mark.index] + text[entries[index + 1][0].start_mark.index :]
    start = _last_index(text, entries[index - 1][1]) if index else key.start_mark.index
    return text[:start] + text[_last_index(text, value) :]


def _entries(node: Node) -> dict[str | int, tuple[Any, Any]]:
    """What a node holds, by key or number: where each starts, and its value."""
    if isinstance(node, MappingNode):
        return {str(key.value): (key, value) for key, value in node.value}
    return {number: (item, item) for number, item in enumerate(node.value)}


def _last_index(text: str, node: Node) -> int:
    """Where the last letter of a node stands, without what follows it."""
    if _is_block(node) and node.value:
        return _last_index(text, [*_entries(node).values()][-1][1])
    return len(text[: node.end_mark.index].rstrip())


def _is_block(node: Node) -> bool:
    """Whether it has lines of its own."""
    return isinstance(node, MappingNode | SequenceNode) and not node.flow_style


def _is_block_text(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.style in _BLOCK_TEXTS


def _end_of_line(text: str, index: int) -> int:
    return text.find("\n", index) + 1 or len(text)


def _written(value: Value, *, is_flow: bool) -> str:
    if isinstance(value, str):
        return _text(value, is_flow=is_flow)
    inner = (f"{_key(key)}: {_text(said, is_flow=True)}" for key, said in value.items())
    return f"{{{', '.join(inner)}}}"


def _text(value: str, *, is_flow: bool) -> str:
    """A text as bare as YAML reads it."""
    around = "a: {{b: {}}}\n" if is_flow else "a: {}\n"
    wanted: object = {"b": value} if is_flow else value
    bare = around.format(value)
    is_bare = "\n" not in value and _data(bare) == {"a": wanted}
    return value if is_bare else json.dumps(value, ensure_ascii=False)


def _key(name: str) -> str:
    return name if _data(f"{name}: a\n") == {name: "a"} else json.dumps(name, ensure_ascii=False)


def _root(text: str) -> Node | None:
    return cast("Node | None", YAML(typ="safe", pure=True).compose(text))


def _find(node: Node | None, path: Path) -> Node | None:
    for key in path:
        if not isinstance(node, MappingNode | SequenceNode):
            return None
        node = _entries(node).get(key, (None, None))[1]
    return node


def _is_alone(root: Node | None, path: Path) -> bool:
    parent = _find(root, path[:-1])
    return isinstance(parent, MappingNode | SequenceNode) and [*_entries(parent)] == [path[-1]]


def _data(text: str) -> object:
    """The plain data of a text; what is no page is like nothing else."""
    report = Report(Places())
    data = read_document(text, report)
    return object() if report.mistakes else data


def _changed(data: object, path: Path, value: Value | None) -> object:
    if isinstance(data, list):
        items = cast("list[object]", data)
        kept = [(i, it) for i, it in enumerate(items) if (i,) != path or value is not None]
        return [_changed(it, path[1:], value) if (i,) == path[:1] else it for i, it in kept]
    said = cast("dict[str | int, object]", data)
    key, *rest = path
    if rest:
        return said | {key: _changed(said[key], tuple(rest), value)}
    if value is None:
        return {name: it for name, it in said.items() if name != key}
    return said | {key: value if isinstance(value, str) else dict(value)}
