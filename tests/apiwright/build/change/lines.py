"""Which lines a change needs."""

import ast
from collections import Counter
from difflib import SequenceMatcher

_NEAR = 2


def is_near(line: str, ours: bytes, base: bytes, theirs: bytes | None) -> bool:
    """Whether somebody wrote a line of `ours` where `base` and `theirs` differ."""
    if theirs is None:
        return True
    above, _, _ = ours.decode().partition(line)
    at = sum(not written.startswith("# By hand") for written in above.splitlines())
    was, now = base.decode().splitlines(), theirs.decode().splitlines()
    changes = SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
    return any(
        kind != "equal" and start - _NEAR <= at <= end + _NEAR for kind, start, end, _, _ in changes
    )


def stray(ours: bytes, merged: bytes, base: bytes, theirs: bytes) -> Counter[str]:
    """What changed from `ours` to `merged` and did not from `base` to `theirs`, imports apart."""
    mine, together, was, now = map(_counted, (ours, merged, base, theirs))
    return ((mine - together) - (was - now)) + ((together - mine) - (now - was))


def _counted(module: bytes) -> Counter[str]:
    lines = module.decode().splitlines()
    for statement in ast.parse(module).body:
        if isinstance(statement, ast.Import | ast.ImportFrom):
            for number in range(statement.lineno - 1, statement.end_lineno or statement.lineno):
                lines[number] = ""
    return Counter(line for line in lines if line.strip())
