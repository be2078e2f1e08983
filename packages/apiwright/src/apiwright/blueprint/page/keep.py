"""What of a page is of the kind that it should be."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from apiwright.blueprint.page.kinds import Either, Kind, Many, Named, Record, Scalar
from apiwright.blueprint.page.spelling import correction, listed, nearest

if TYPE_CHECKING:
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

_MOST = 1000
_FILL = "Fill it in or take it out; inside `{…}`, a text that has a comma needs quotes."
_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
}


def keep_record(
    record: Record, data: dict[str, object], path: Path, report: Report
) -> dict[str, object]:
    """What of a mapping is as it should be, without the keys that say nothing."""
    kept: dict[str, object] = {}
    for name, value in data.items():
        if key := record.keys.get(name, record.others):
            kept[name] = _keep(key.kind, value, (*path, name), report)
        else:
            _refuse_key(name, record, data, path, report)
    for name, key in record.keys.items():
        if key.is_needed and name not in data and not report.is_wrong(*path, name):
            report.add(path, f"`{name}` is missing: {key.about}", f"Add `{name}: …`.", at_key=True)
    return {name: value for name, value in kept.items() if value is not None}


def _refuse_key(
    name: str, record: Record, data: dict[str, object], path: Path, report: Report
) -> None:
    missing = [key for key in record.keys if key not in data]
    what = f"`{name}` is not a key of {record.name}."
    report.add((*path, name), what, correction(name, missing), at_key=True)
    if meant := nearest(name, missing):
        report.doubt((*path, meant))


def _keep(kind: Kind, data: object, path: Path, report: Report) -> object:
    """What of `data` is as it should be; the rest goes into the report, and is `None`.

    Names that the author chose stay even so, since others refer to them.
    """
    fitting = next((option for option in _options(kind) if _is(option, data)), None)
    if isinstance(fitting, (Named, Many)) and len(cast("list[object]", data)) > _MOST:
        report.add(path, f"`{path[-1]}` has more than {_MOST:,} entries.", "Describe one backend.")
        return None
    match fitting:
        case Record():
            return keep_record(fitting, cast("dict[str, object]", data), path, report)
        case Named(each):
            named = cast("dict[str, object]", data).items()
            return {name: _keep(each, value, (*path, name), report) for name, value in named}
        case Many(each):
            items = enumerate(cast("list[object]", data))
            kept = [_keep(each, value, (*path, index), report) for index, value in items]
            return [value for value in kept if value is not None]
        case Scalar():
            return _keep_scalar(fitting, data, path, report)
        case _:
            report.add(path, *_unfit(kind, data, path))
            return None


def _keep_scalar(scalar: Scalar, data: object, path: Path, report: Report) -> object:
    if scalar.is_filled and not str(data).strip():
        report.add(path, f"`{path[-1]}` says nothing.", _FILL)
        return None
    if not scalar.words or data in scalar.words:
        return data
    what = f"`{data}` is none of {listed(scalar.words)}."
    report.add(path, what, correction(str(data), scalar.words))
    return None


def _options(kind: Kind) -> tuple[Kind, ...]:
    return kind.kinds if isinstance(kind, Either) else (kind,)


def _is(kind: Kind, data: object) -> bool:
    match kind:
        case Record() | Named():
            return isinstance(data, dict)
        case Many():
            return isinstance(data, list)
        case Scalar(types=()):
            return True
        case Scalar(types=names):
            types = [each for name in names for each in _TYPES[name]]
            return isinstance(data, tuple(types)) and (
                not isinstance(data, bool) or "boolean" in names
            )
        case Either():
            return any(_is(option, data) for option in kind.kinds)


def _unfit(kind: Kind, data: object, path: Path) -> tuple[str, str]:
    name = "This" if isinstance(path[-1], int) else f"`{path[-1]}`"
    if data is None:
        return f"{name} says nothing.", _FILL
    if isinstance(data, (dict, list)):
        found = "a mapping" if isinstance(data, dict) else "a list"
        return f"{name} is {found}; it should be {kind.said}.", ""
    scalars = [option for option in _options(kind) if isinstance(option, Scalar)]
    is_bare = any("string" in option.types for option in scalars)
    advice = f'Put it in quotes: `"{data}"`.' if is_bare else ""
    return f"{name} is `{data}`; it should be {kind.said}.", advice
