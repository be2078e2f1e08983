"""What is asked of a project."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from apiwright.build.merge.conflict import Choices
from apiwright.plan.answers import NO_ANSWERS, Answers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from apiwright.blueprint.model import Blueprint
    from apiwright.plan.drift.drift import Drift
    from apiwright.plan.plan import Edit
    from apiwright.survey.survey import Applied


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody wants of a project.

    Attributes:
        words: What was asked for, word for word.
        blueprint: What the backend shall be; `None` for what was built to go.
        text: The page that it was read from.
        parts: The text of each part of the page, by its name there.
        choices: What was picked where the owner and the blueprint changed the same place.
        answers: What was said of losses, of rows that stand and of clients.
        undoes: The plan that is undone, if one is.
        page_edits: What that takes out of the page and its parts, or what adopting says there.
        adopts: What stands beside the page and is to be said by it.
        brought: Columns that stand as the page says, by migrations that are there.
        takes_revisions_back: Whether what is undone takes its revisions along where it can; a
            revision that goes back is written otherwise.
    """

    words: str
    blueprint: Blueprint | None
    text: str
    parts: Mapping[str, str] = field(default_factory=dict[str, str])
    choices: Choices = field(default_factory=Choices)
    answers: Answers = NO_ANSWERS
    undoes: Applied | None = None
    page_edits: tuple[Edit, ...] = ()
    adopts: tuple[Drift, ...] = ()
    brought: frozenset[str] = frozenset()
    takes_revisions_back: bool = True
