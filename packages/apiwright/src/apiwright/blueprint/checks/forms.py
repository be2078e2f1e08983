"""How the names of each kind are spelled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apiwright.blueprint import names

if TYPE_CHECKING:
    from collections.abc import Callable

    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path


@dataclass(frozen=True, slots=True)
class Form:
    """How names of one kind are spelled, what spells any name so, and whether they are keys.

    Attributes:
        most: Characters, with `_` between words; no line of built code gets too long by names.
    """

    kind: str
    pattern: str
    spell: Callable[[str], str]
    is_key: bool = False
    most: int = 40


_WORDS = "[a-z][a-z0-9]*(_[a-z0-9]+)*"
BACKEND = Form("backend", "[A-Za-z][A-Za-z0-9]*([ _-][A-Za-z0-9]+)*", names.pascal)
RESOURCE = Form("resource", "[A-Z][A-Za-z0-9]*", names.pascal, is_key=True, most=30)
PLURAL = Form("plural", _WORDS, names.snake, most=32)
FIELD = Form("field", _WORDS, names.snake, is_key=True)
ACTION = Form("action", _WORDS, names.snake, is_key=True, most=30)
PERMISSION = Form("permission", _WORDS, names.snake, is_key=True)
ROLE = Form("role", _WORDS, names.snake)
CHOICE = Form("value", "[A-Za-z][A-Za-z0-9]*([_-][A-Za-z0-9]+)*", names.snake)


def check_form(
    form: Form,
    name: str,
    path: Path,
    report: Report,
    why_taken: Callable[[str], str | None] = lambda _: None,
) -> bool:
    """Whether a name is spelled as its kind is; if not, the report says how.

    Args:
        form: How names of its kind are spelled.
        name: The name.
        path: Where it stands.
        report: Takes what is wrong.
        why_taken: Why a name that is spelled right may not be had even so.
    """
    longest = max(name, names.snake(name), key=len)
    if len(longest) > form.most:
        what = f"`{longest[: form.most]}…` is longer than {form.most} characters."
        report.add(path, what, "Write a shorter name.", at_key=form.is_key)
        return False
    if re.fullmatch(form.pattern, name):
        return True
    right = form.spell(name)
    advice = "Start with a letter; use a to z and digits."
    if right != name and re.fullmatch(form.pattern, right):
        why = why_taken(right)
        advice = f"Write another: `{right}` {why}." if why else f"Write `{right}`."
    a = "an" if form.kind.startswith("a") else "a"
    report.add(path, f"`{name}` is not spelled like {a} {form.kind}.", advice, at_key=form.is_key)
    return False
