"""`apiwright new`."""

import re
from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import Annotated

import typer

from apiwright.blueprint.checks.forms import BACKEND
from apiwright.build.apply import apply
from apiwright.build.staging import STAGING
from apiwright.plan.plan import Edit
from apiwright.refusal import Reason, Refusal
from apiwright.surface.page import Page, read_page
from apiwright.surface.show.console import out
from apiwright.surface.source import BLUEPRINT, find_source

EXAMPLE = "apiwright new bookshop"

FROM = "A blueprint, a folder that has one, or an example such as `bookshop`."

IGNORED = frozenset({".git", STAGING})
"""What may stand in a folder that counts as empty."""


def run(
    name: Annotated[Path, typer.Argument(metavar="NAME", help="The folder to make.")],
    source: Annotated[Path | None, typer.Option("--from", metavar="BLUEPRINT", help=FROM)] = None,
) -> None:
    """Start a project: a folder with a blueprint to write on."""
    start(name, source)
    out.print(f"Wrote {name / BLUEPRINT}: make it say what your backend shall be. Then:")
    out.print(f"\n  cd {name}\n  apiwright plan\n  apiwright build\n")


def start(folder: Path, source: Path | None) -> None:
    """Makes a project's folder with its blueprint.

    Raises:
        Refusal: The folder holds something, or it cannot be made, or no backend can have its name.
        BlueprintMistakes: The blueprint is none.
    """
    root = folder.absolute()
    _refuse_occupied(root)
    found = find_source(source) if source else None
    page = read_page(found) if found else Page(_starter(root.name), {})
    page.blueprint(str(found or folder / BLUEPRINT))
    files = {BLUEPRINT: page.text, **page.parts}
    apply(root, [Edit(PurePosixPath(name), None, text) for name, text in files.items()])


def _refuse_occupied(root: Path) -> None:
    if root.exists() and not root.is_dir():
        raise Refusal(Reason(f"`{root}` is a file.", help="apiwright new ANOTHER_NAME"))
    if root.is_dir() and any(path.name not in IGNORED for path in root.iterdir()):
        what = f"`{root}` has files in it."
        raise Refusal(Reason(what, help="apiwright new ANOTHER_NAME"))


def _starter(name: str) -> bytes:
    words = name.replace("-", " ").replace("_", " ").capitalize()
    if not re.fullmatch(BACKEND.pattern, words):
        what = f"`{name}` is not spelled like a backend."
        why = "its name starts with a letter, then come a to z, digits and single `-` or `_`"
        raise Refusal(Reason(what, why=why, help="apiwright new book-shop"))
    text = (files("apiwright.surface") / "starter.yaml").read_text("utf-8")
    return text.format(name=words).encode()
