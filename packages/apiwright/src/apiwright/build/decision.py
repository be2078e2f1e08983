"""Drafts of decision records, for a person to finish: `docs/adr/`."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from apiwright.blueprint import names
from apiwright.plan.plan import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apiwright.plan.shifts import Shift
    from apiwright.survey.survey import Survey

_FOLDER = PurePosixPath("docs/adr")
_PAGE = """\
# {number}. {title}

**Status.** Draft, written with the plan that built it; finish it and call it accepted.

**Context.** {context}

**Choice.** {choice}

**Consequences.** {consequences}
"""


def decisions(survey: Survey, shifts: Iterable[Shift]) -> Iterator[Edit]:
    """A new page for each large choice, numbered on from those that stand."""
    last = max((_number(path) for path in survey.files if path.parent == _FOLDER), default=0)
    for number, shift in enumerate(shifts, start=last + 1):
        path = _FOLDER / f"{number:04}-{names.kebab(shift.title)}.md"
        page = _PAGE.format(
            number=number,
            title=shift.title,
            context=shift.context,
            choice=shift.choice,
            consequences=shift.consequences,
        )
        yield Edit(path, None, page.encode())


def _number(path: PurePosixPath) -> int:
    found = re.match(r"\d+", path.name)
    return int(found[0]) if found else 0
