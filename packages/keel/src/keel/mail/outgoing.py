"""Mails of a transaction: they go when it has committed, and never when it is undone."""

from typing import TYPE_CHECKING, Any

from sqlalchemy import event
from sqlalchemy.orm import Session

if TYPE_CHECKING:
    from keel.mail.mail import Mail
    from keel.mail.post import Post

POST = "keel.post"
"""Where a session has the post of its app."""

_WAITING = "keel.mails"


def send(session: Any, mail: "Mail") -> None:
    """Let a mail go once the session has committed; its answer does not wait for that."""
    session.info.setdefault(_WAITING, []).append(mail)


def _after_commit(session: Session) -> None:
    if session.in_nested_transaction():
        return  # a savepoint is no end
    mails: list[Mail] = session.info.pop(_WAITING, [])
    for mail in mails:
        post: Post = session.info[POST]
        post.take(mail)


def _after_rollback(session: Session) -> None:
    session.info.pop(_WAITING, None)


event.listen(Session, "after_commit", _after_commit)
event.listen(Session, "after_rollback", _after_rollback)
