"""What a command says when its database does not serve it."""

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError

from keel.data.database.conflicts import refusal_of
from keel.data.database.ended import Ended
from keel.data.database.refusal import Kind

_NOT_REACHED = (
    "Start or create it, or name another as DATABASE_URL in the environment or in `.env`."
)
_FAILED_LATER = "Nothing was changed; see to that, then run it again."


class OutOfService(Ended):
    """Ends a command whose database does not serve.

    Args:
        url: Where the database is; its password is not shown.
        why: What the driver said.
        has_answered: Whether it could be reached at first.
    """

    def __init__(self, url: URL, why: object, *, has_answered: bool) -> None:
        super().__init__(
            "The database does not serve.",
            at=url.render_as_string(),
            why=str(why) or "it did not answer in time",
            advice=_FAILED_LATER if has_answered else _NOT_REACHED,
        )


def is_out_of_service(error: DBAPIError) -> bool:
    """Whether it is the database that fails (lost, full, locked), and not what it was asked."""
    refusal = refusal_of(error)
    return bool(refusal and refusal.kind is Kind.UNAVAILABLE)
