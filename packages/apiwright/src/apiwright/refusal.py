"""Why something was not done, in the words of its errors: what is so, where, why, what to do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that stands in the way.

    Attributes:
        what: What is so, as a sentence.
        at: Where: a file, with its line if there is one.
        why: What lies behind it, often the words of another tool.
        help: What to do or to type.
    """

    what: str
    at: str = ""
    why: str = ""
    help: str = ""


class Refusal(Exception):  # noqa: N818 - it is an answer, not a fault
    """The tool declines, having changed nothing; carries every reason at once."""

    def __init__(self, *reasons: Reason) -> None:
        super().__init__("; ".join(reason.what for reason in reasons))
        self.reasons = reasons
