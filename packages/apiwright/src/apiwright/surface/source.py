"""What `--from` names: a page, a folder with one, or an example."""

from difflib import get_close_matches
from functools import cache
from pathlib import Path

import apiwright
from apiwright.refusal import Reason, Refusal

BLUEPRINT = "blueprint.yaml"
_SUFFIXES = (".yaml", ".yml")


def find_source(said: Path) -> Path:
    """The file of the page that is meant; a path that is there comes before an example's name.

    Raises:
        Refusal: No example is called this.
    """
    if said.is_dir():
        return said / BLUEPRINT
    is_name = len(said.parts) == 1 and said.suffix not in _SUFFIXES
    if said.exists() or not is_name:
        return said
    names = [path.stem for path in examples()]
    if said.name in names:
        return examples_root() / f"{said.name}.yaml"
    [nearest] = get_close_matches(said.name, names, n=1) or names[:1]
    raise Refusal(
        Reason(
            f"There is no file, no folder and no example `{said}`.",
            why=f"examples are {', '.join(names)}",
            help=f"--from {nearest}",
        )
    )


@cache
def examples_root() -> Path:
    """The examples' folder: inside the installed package, or beside `packages/` in a checkout."""
    package = Path(apiwright.__file__).parent
    inside = package / "examples"
    return inside if inside.is_dir() else package.parents[3] / "examples"


def examples() -> list[Path]:
    """The page of every example."""
    return sorted(examples_root().glob("*.yaml"))
