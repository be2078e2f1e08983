"""What a project disagrees on with itself, as commands ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.read import read_blueprint
from apiwright.plan.drift.find import NO_DRIFTS, Drifts, drifts
from apiwright.survey.look import look
from apiwright.survey.standing import Standing

if TYPE_CHECKING:
    from apiwright.surface.project import Opened


def find_drifts(opened: Opened) -> Drifts:
    """Looks at the code and the database of what was built; nothing where nothing was."""
    return look_for_drifts(opened)[0]


def look_for_drifts(opened: Opened) -> tuple[Drifts, Standing]:
    """The same, with all that was seen."""
    last = opened.survey.last
    if last is None or not last.blueprint:
        return NO_DRIFTS, Standing()
    standing = look(opened.survey.root)
    return drifts_of(opened, standing), standing


def drifts_of(opened: Opened, standing: Standing) -> Drifts:
    """Where what stands, here or in a trial, is neither what was built nor what is asked for."""
    last = opened.survey.last
    if last is None or not last.blueprint:
        return NO_DRIFTS
    built = read_blueprint(last.blueprint, parts=last.parts)
    return drifts(built, opened.blueprint, standing)
