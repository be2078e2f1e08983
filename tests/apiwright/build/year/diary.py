"""What happens to the tracker in its year: `diary.yaml`, as values."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from ruamel.yaml import YAML


@dataclass(frozen=True)
class Replacement:
    old: str
    new: str


@dataclass(frozen=True)
class Edit:
    edit: str
    file: Path
    new: str
    kept: str
    old: str = ""


@dataclass(frozen=True)
class Build:
    build: str
    page: tuple[Replacement, ...] = ()
    flags: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()
    renamed: dict[str, str] = field(default_factory=dict[str, str])
    moved: dict[Path, Path] = field(default_factory=dict[Path, Path])


@dataclass(frozen=True)
class Undo:
    undo: str
    of: str = ""
    lost: tuple[str, ...] = ()


def read_diary() -> list[Edit | Build | Undo]:
    """All entries, in their order."""
    entries: Any = YAML(typ="safe").load(Path(__file__).with_name("diary.yaml"))
    return TypeAdapter(list[Edit | Build | Undo]).validate_python(entries)
