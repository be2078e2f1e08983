"""How to list a resource: from a page to its value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from apiwright.blueprint.fields.types import operators, type_of
from apiwright.blueprint.model import BROKEN, RELEVANCE, Filter, Link, Listing
from apiwright.blueprint.page.spelling import correction, listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from apiwright.blueprint.model import Field
    from apiwright.blueprint.page.mistakes import Report

    Listed = Field | Link
    from apiwright.blueprint.page.places import Path

_PAGE = re.compile(r"\s*([0-9]{1,9})\s*\.\.\s*([0-9]{1,9})\s*")
_MAXIMUM = 1000
_ALWAYS = "created_at"


def read_listing(
    data: dict[str, Any], fields: Mapping[str, Listed], path: Path, report: Report
) -> Listing:
    """The listing at a path, of a resource with these fields."""
    reader = _Reader(fields, path, report)
    page_default, page_maximum = reader.page(data.get("page", "20..100"))
    return Listing(
        filters=reader.filters(data.get("filter", [])),
        sort=reader.sort(data.get("sort", [])),
        page_default=page_default,
        page_maximum=page_maximum,
        cursor=data.get("cursor", False),
    )


class _Reader:
    def __init__(self, fields: Mapping[str, Listed], path: Path, report: Report) -> None:
        self._fields = fields
        self._path = path
        self._report = report

    def filters(self, data: list[str] | dict[str, list[str] | None]) -> tuple[Filter, ...]:
        found: list[Filter] = []
        for index, name in enumerate(data):
            path = (*self._path, "filter", index if isinstance(data, list) else name)
            field = self._field(name, path)
            if field is None or self._is_repeated(name, [item.field for item in found], path):
                continue
            if isinstance(field, Link):
                found.append(self._link_filter(name, data))
            elif field.write_only:
                self._report.add(path, f"`{name}` is write-only; a filter would tell it.", _OUT)
            elif not (fitting := operators(field)):
                self._report.add(path, f"`{field.type}` has no filters.", _OUT)
            else:
                said = type_of(field).filters
                if isinstance(data, dict):
                    said = self._operators(field, data[name] or [], fitting)
                found.append(Filter(name, said))
        return tuple(found)

    def _operators(
        self, field: Field, said: list[str], fitting: tuple[str, ...]
    ) -> tuple[str, ...]:
        path = (*self._path, "filter", field.name)
        if not said and not self._report.is_wrong(*path):
            advice = f"Choose from {listed(fitting)}."
            self._report.add(path, f"`{field.name}` has no operators.", advice, at_key=True)
        for index, word in enumerate(said):
            if word not in fitting:
                what = f"`{word}` is no filter for `{field.type}`."
                if word == "is_null":
                    what = f"`{field.name}` is never null."
                self._report.add((*path, index), what, correction(word, fitting))
        return tuple(dict.fromkeys(said))

    def _link_filter(self, name: str, data: list[str] | dict[str, list[str] | None]) -> Filter:
        said = (isinstance(data, dict) and data[name]) or _OF_LINKS
        for index, word in enumerate(said):
            if word not in _OF_LINKS:
                path = (*self._path, "filter", name, index)
                what = f"`{word}` is no filter for a list of rows."
                self._report.add(path, what, correction(word, _OF_LINKS))
        return Filter(name, tuple(dict.fromkeys(said)))

    def sort(self, data: list[str]) -> tuple[str, ...]:
        found: list[str] = []
        for index, name in enumerate(data):
            path = (*self._path, "sort", index)
            field = self._field(name, path)
            if field is None or self._is_repeated(name, found, path):
                continue
            if isinstance(field, Link):
                self._report.add(path, "A list of rows has no order to sort by.", _OUT)
            elif field.write_only:
                self._report.add(path, f"`{name}` is write-only; an order would tell it.", _OUT)
            elif not type_of(field).is_sortable:
                self._report.add(path, f"`{field.type}` has no order to sort by.", _OUT)
            found.append(name)
        return tuple(found) if _ALWAYS in found else (_ALWAYS, *found)

    def page(self, data: str | int) -> tuple[int, int]:
        path = (*self._path, "page")
        said = _PAGE.fullmatch(f"{data}..{max(data, 100)}" if isinstance(data, int) else data)
        if not said:
            self._report.add(path, f"`{data}` is no range of page sizes.", "Write `20..100`.")
            return 20, 100
        default, maximum = int(said[1]), int(said[2])
        if not 1 <= default <= maximum:
            what = f"A page of {default} rows is not between 1 and {maximum}."
            self._report.add(path, what, "Write the usual size first: `20..100`.")
        elif maximum > _MAXIMUM:
            what = f"A page of {maximum} rows is more than {_MAXIMUM}."
            self._report.add(path, what, f"Write `{min(default, _MAXIMUM)}..{_MAXIMUM}`.")
        return default, maximum

    def _field(self, name: str, path: Path) -> Listed | None:
        if field := self._fields.get(name):
            kind = field.target if isinstance(field, Link) else field.type
            return None if kind == BROKEN else field
        bare = name.lstrip("-+")
        if bare == RELEVANCE:
            advice = "Take it out: it is there by itself where a field has `search`."
        elif bare in self._fields:
            advice = f"Write `{bare}`: callers choose the direction."
        else:
            advice = correction(name, self._fields)
        self._report.add(path, f"`{name}` is no field.", advice)
        return None

    def _is_repeated(self, name: str, before: list[str], path: Path) -> bool:
        if name in before:
            self._report.add(path, f"`{name}` stands here twice.", _OUT)
        return name in before


_OUT = "Take it out."
_OF_LINKS = ("eq", "in")
