"""What callers send and receive about stats."""

from uuid import UUID

from keel.data import Input, Output


class LendingQuery(Input):
    """What to ask of `GET /stats/lending/{year}`."""

    book_id: UUID | None = None


class LendingAnswer(Output):
    """What `GET /stats/lending/{year}` answers."""

    month: int
    loans: int
    best_id: UUID | None
