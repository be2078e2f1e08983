"""All that a project disagrees on with itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apiwright.blueprint.page.spelling import correction
from apiwright.plan.drift.columns import asked_anew, column_drifts
from apiwright.plan.drift.database import database_drifts
from apiwright.plan.drift.routes import own_routes, route_drifts
from apiwright.refusal import Reason, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apiwright.blueprint.model import Blueprint
    from apiwright.plan.drift.drift import Drift
    from apiwright.survey.standing import Standing, StandingRoute, Unseen


@dataclass(frozen=True, slots=True)
class Drifts:
    """What a project disagrees on, worst first, and what its owner wrote beside what is built.

    Attributes:
        unseen: What could not be looked at, and why.
    """

    found: tuple[Drift, ...] = ()
    own: tuple[StandingRoute, ...] = ()
    unseen: tuple[Unseen, ...] = ()

    def named(self, names: Iterable[str]) -> tuple[Drift, ...]:
        """Those that are called so.

        Raises:
            Refusal: Nothing is called so, or it could not be looked at.
        """
        known = {each.name: each for each in self.found}
        said = dict.fromkeys(names)
        if reasons := [self._unknown(name) for name in said if name not in known]:
            raise Refusal(*reasons)
        return tuple(known[name] for name in said)

    def _unknown(self, name: str) -> Reason:
        names = [each.name for each in self.found]
        unseen = "; ".join(f"{each.what}: {each.why}" for each in self.unseen)
        why = f"not everything could be looked at ({unseen})" if unseen else ""
        if any(each.kind == "migration" for each in self.found):
            why = "a database is compared once it has had all migrations: alembic upgrade head"
        what = f"Nothing called `{name}` is otherwise than it was built."
        return Reason(what, why=why, help=correction(name, names) or "apiwright plan")

    def __bool__(self) -> bool:
        return bool(self.found)


NO_DRIFTS = Drifts()


def drifts(built: Blueprint, page: Blueprint, standing: Standing) -> Drifts:
    """Where what stands is neither what was built nor what the page now asks for.

    What was built and waits to be changed is the plan's matter, and what the page came to say of
    an edit of the owner's is no disagreement any more.

    Args:
        built: The blueprint that was built last.
        page: The blueprint as it is now.
        standing: What stands.
    """
    found: tuple[Drift, ...] = ()
    code, database = standing.code, standing.database
    if code:
        routes = sorted(route_drifts(built, page, code), key=lambda each: each.kind != "access")
        found = (*routes, *column_drifts(built, page, code))
    if database:
        known = {each.name for each in found} | asked_anew(built, page)
        found = (*found, *database_drifts(database, known))
    return Drifts(found, own_routes(built, page, code) if code else (), standing.unseen)
