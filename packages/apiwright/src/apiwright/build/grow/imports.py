"""Imports that a grown file may need; ruff takes those away that it does not."""

from collections.abc import Iterable

from apiwright.blueprint.fields.types import SYMBOLS

TYPES = tuple(f"from {module} import {name}" for name, module in SYMBOLS.items())
"""Every name that a field's type can bring."""


def with_imports(text: str, lines: Iterable[str]) -> str:
    """Put import statements below the docstring that `text` starts with."""
    end = text.index('"""\n', 3) + 4
    return text[:end] + "\n" + "\n".join(lines) + "\n" + text[end:]
