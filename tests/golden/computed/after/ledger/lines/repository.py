"""Lines in the database."""

from functools import cached_property

from keel.data import Computed, Repository, now, today

from ledger.lines.models import Line, LineKind
from ledger.lines.policy import POLICY


class LineRepository(Repository[Line]):
    """Lines that the caller may reach."""

    policy = POLICY

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each line, of rows that the caller may list."""
        own = self.own
        return {
            "amount": own.price * own.quantity,
            "reduced": (own.price - own.discount) * own.quantity / 2,
            "share": own.price / (own.quantity - 1),
            "full_label": own.label + " (" + own.label + ")",
            "is_late": own.due < today(),
            "is_paid": own.paid_at <= now(),
            "is_work": own.kind == LineKind.WORK,
        }
