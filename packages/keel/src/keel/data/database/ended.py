"""What a command says when it cannot go on."""


class Ended(SystemExit):
    """Ends a command: what is so, where, why, what to do.

    Args:
        what: Is so.
        at: Where.
        why: In the words of who said no.
        advice: What to do.
    """

    def __init__(self, what: str, *, at: str, why: str, advice: str) -> None:
        lines = {"error:": what, "   at ": at, "  why ": why, " help ": advice}
        super().__init__("\n".join(f"{label} {text}" for label, text in lines.items()))
