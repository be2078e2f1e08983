"""A page in several files: what its parts hold becomes what it holds itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

from apiwright.blueprint.page.document import read_document
from apiwright.blueprint.page.keep import keep_record
from apiwright.blueprint.page.mistakes import Report
from apiwright.blueprint.page.places import Places
from apiwright.blueprint.page.shape import PART

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST = 50
_NAME = re.compile(r"(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+\.ya?ml")


def part_names(page: bytes) -> tuple[str, ...]:
    """The parts that a page names, as far as it can be read; none leads out of its folder."""
    if b"parts" not in page:
        return ()
    said = read_document(page, Report(Places())).get("parts")
    found = cast("list[object]", said) if isinstance(said, list) else []
    names = [name for name in found if isinstance(name, str) and _NAME.fullmatch(name)]
    return tuple(dict.fromkeys(names[:_MOST]))


def add_parts(page: dict[str, Any], parts: Mapping[str, bytes | str], report: Report) -> None:
    """Put what the parts hold into the page, in its order; doubles are mistakes.

    Args:
        page: What the page says; its own things stay first.
        parts: The text of each part that could be read, by its name in the page.
        report: Takes what is wrong, with the part that it stands in.
    """
    named: list[str] = page.get("parts", [])
    if len(named) > _MOST:
        report.add(("parts",), f"There are more than {_MOST} parts.", "Join some.", at_key=True)
    for index, name in enumerate(named):
        path = ("parts", index)
        if name in named[:index]:
            report.add(path, f"`{name}` stands here twice.", "Take one out.")
        elif not _NAME.fullmatch(name):
            what = f"`{name}` is not spelled like a file in the page's folder."
            report.add(path, what, "Write `catalog.yaml`, or `parts/catalog.yaml`.")
        elif name not in parts:
            what = f"`{name}` is no file in the page's folder that can be read."
            report.add(path, what, "Write it, or take it out.")
        else:
            _add(page, name, parts[name], report)
    if not (named or report.places.has(("resources",)) or report.is_wrong("resources")):
        key = PART.keys["resources"]
        report.add((), f"`resources` is missing: {key.about}", "Add `resources: …`.", at_key=True)


def _add(page: dict[str, Any], part: str, source: bytes | str, report: Report) -> None:
    own = Report(Places())
    data = read_document(source, own)
    if own.mistakes:
        report.adopt(own, part)
        return
    kept: dict[str, Any] = keep_record(PART, data, (), own)
    for key in PART.keys:
        held: dict[str, Any] = page.setdefault(key, {})
        for name, value in kept.get(key, {}).items():
            if name in held:
                first = report.places.find((key, name), at_key=True)
                where = f"`{first.part}`" if first.part else "the page"
                what = f"`{name}` stands in {where} already, on line {first.line}."
                own.add((key, name), what, "Keep one of the two.", at_key=True)
            held.setdefault(name, value)
    report.adopt(own, part)
