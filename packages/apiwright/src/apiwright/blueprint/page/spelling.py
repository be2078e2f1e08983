"""The nearest right spelling of a wrong word."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# What people write who come from other tools, without marks and blanks.
_SYNONYMS = {
    "administrator": "admin",
    "all": "anyone",
    "amount": "money",
    "anonymous": "anyone",
    "anybody": "anyone",
    "authenticated": "signed in",
    "authentication": "auth",
    "avg": "average",
    "bigint": "int",
    "boolean": "bool",
    "char": "str",
    "creator": "owner",
    "datetimetz": "datetime",
    "defaultvalue": "default",
    "desc": "about",
    "description": "about",
    "double": "float",
    "entities": "resources",
    "enumvalues": "values",
    "equals": "eq",
    "everybody": "anyone",
    "everyone": "anyone",
    "file": "url",
    "geo": "coordinates",
    "geopoint": "coordinates",
    "guest": "anyone",
    "guid": "uuid",
    "icontains": "contains",
    "integer": "int",
    "interval": "duration",
    "lang": "language",
    "latlng": "coordinates",
    "like": "contains",
    "link": "url",
    "locale": "language",
    "location": "coordinates",
    "loggedin": "signed in",
    "longtext": "text",
    "mail": "email",
    "maximum": "max",
    "maxlength": "max",
    "member": "signed in",
    "members": "signed in",
    "minimum": "min",
    "minlength": "min",
    "models": "resources",
    "mean": "average",
    "name": "backend",
    "none": "nobody",
    "noone": "nobody",
    "null": "optional",
    "nullable": "optional",
    "number": "int",
    "numeric": "decimal",
    "object": "json",
    "order": "sort",
    "pattern": "matches",
    "permissions": "access",
    "policy": "access",
    "project": "backend",
    "public": "anyone",
    "readonly": "read-only",
    "real": "float",
    "regex": "matches",
    "searchable": "search",
    "string": "str",
    "superuser": "admin",
    "timedelta": "duration",
    "timestamp": "datetime",
    "title": "backend",
    "total": "sum",
    "unsigned": "int",
    "uri": "url",
    "user": "signed in",
    "users": "signed in",
    "varchar": "str",
    "writeonly": "write-only",
}
_MOST_LISTED = 18
_MOST_COMPARED = 500


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of `known` that was probably meant."""
    by_plain = {_plain(right): right for right in reversed(list(known))}
    plain = _plain(word[:80])
    for meant in (plain, plain.removesuffix("s"), _plain(_SYNONYMS.get(plain, ""))):
        if meant and meant in by_plain:
            return by_plain[meant]
    if len(by_plain) > _MOST_COMPARED:
        return None
    matches = get_close_matches(plain, by_plain, n=1, cutoff=0.6)
    return by_plain[matches[0]] if matches else None


def correction(word: str, known: Iterable[str]) -> str:
    """A sentence that says what to write instead."""
    options = list(known)
    if meant := nearest(word, options):
        return f"Write `{meant}`."
    if 0 < len(options) <= _MOST_LISTED:
        return f"Choose from {listed(options)}."
    return ""


def listed(options: Iterable[str]) -> str:
    """Words in backticks, with commas."""
    return ", ".join(f"`{option}`" for option in options)


def _plain(word: str) -> str:
    return "".join(filter(str.isalnum, word.lower()))
