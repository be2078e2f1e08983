"""What query parameters are for, in words: Swagger UI shows none but those of the parameter."""

from collections.abc import Iterable, Mapping
from typing import Any

Parameter = dict[str, Any]

FILTERS = {
    "": "`{}` equal to this.",
    "ne": "`{}` not equal to this.",
    "gt": "`{}` more than this.",
    "gte": "`{}` at least this.",
    "lt": "`{}` less than this.",
    "lte": "`{}` at most this.",
    "in": "`{}` one of these.",
    "contains": "`{}` containing this, whatever the case.",
    "startswith": "`{}` starting with this, whatever the case.",
    "has": "`{}` holding this.",
    "is_null": "Whether `{}` is absent.",
}
"""What each operator of `keel.data.queries.filters` asks of a field."""

OF_IDS = {"": "`{}` holding this.", "in": "`{}` holding one of these."}
"""The same of a list of ids."""

_SAID = {"include": "What to show with each row; say it again for more."}


def describe_parameters(parameters: Iterable[Parameter]) -> None:
    """Give each query parameter without a description one, in place, where that can be known."""
    queries = {each["name"]: each for each in parameters if each["in"] == "query"}
    is_list = bool({"limit", "sort"} & queries.keys())
    for name, parameter in queries.items():
        said = _inner(parameter["schema"]) or _SAID.get(name) or (is_list and _of_list(name))
        if said:
            parameter.setdefault("description", said)


def _inner(schema: Mapping[str, Any]) -> str | None:
    """The description of what may also be absent: `Annotated[str, Field(...)] | None`."""
    kinds = schema.get("anyOf", ())
    return next((kind["description"] for kind in kinds if "description" in kind), None)


def _of_list(name: str) -> str | None:
    if name == "sort":
        return "Order of the list; `-` for descending."
    if name in {"limit", "offset", "cursor", "q"}:
        return None
    field, _, operator = name.partition("__")
    if field.endswith("_ids") and operator in OF_IDS:
        return OF_IDS[operator].format(field)
    return FILTERS[operator].format(field) if operator in FILTERS else None
