"""Whether a file is what its ending says."""

# ruamel.yaml has no types.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

import ast
import json
import tomllib
from typing import TYPE_CHECKING

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import PurePosixPath

_READERS: dict[str, Callable[[str], object]] = {
    ".json": json.loads,
    ".py": ast.parse,
    ".toml": tomllib.loads,
    ".yaml": YAML(typ="safe").load,
    ".yml": YAML(typ="safe").load,
}


def is_broken(path: PurePosixPath, content: bytes) -> bool:
    """Whether Python does not parse, or TOML, YAML or JSON cannot be read."""
    reader = _READERS.get(path.suffix)
    try:
        if reader:
            reader(content.decode("utf-8-sig"))
    except (SyntaxError, ValueError, YAMLError):
        return True
    return False
