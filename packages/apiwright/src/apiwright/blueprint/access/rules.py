"""Rules of access: from their words to values, and which rule includes which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from apiwright.blueprint.access.access import Rule
from apiwright.blueprint.access.permissions import permission_of
from apiwright.blueprint.access.row_terms import read_term
from apiwright.blueprint.page.spelling import correction

if TYPE_CHECKING:
    from apiwright.blueprint.access.row_terms import RowTerm
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

ANYONE, SIGNED_IN, OWNER, NOBODY = "anyone", "signed in", "owner", "nobody"
WORDS = (ANYONE, SIGNED_IN, OWNER, NOBODY)
MEMBER = "member"
"""A word of rules too, where it is not a role."""

Ranks = Mapping[str, Sequence[str]]
"""The roles of members, weakest first, by the term without a role: `member of project`."""

_NO_RANKS: Ranks = {}


def read_rule(text: str, roles: Sequence[str], path: Path, report: Report) -> Rule | None:
    """The rule that a text such as `owner | admin` means; `None` if nobody may."""
    terms: set[str] = set()
    offset = 0
    for part in text.split("|"):
        term = " ".join(part.split())
        at = offset + len(part) - len(part.lstrip())
        if term in roles or term in WORDS or read_term(term) or permission_of(term):
            terms.add(term)
            report.places.add_value((*path, term), report.places.find(path, offset=at))
        else:
            _refuse_term(term, roles, path, at, report)
        offset += len(part) + 1
    if NOBODY in terms and len(terms) > 1:
        report.add(path, "`nobody` is joined with others.", "Take `nobody` or the others out.")
    return join(terms - {NOBODY}, roles)


def covers(wide: Rule | None, narrow: Rule, roles: Sequence[str], ranks: Ranks = _NO_RANKS) -> bool:
    """Whether everyone who meets `narrow` meets `wide`, on the same rows."""
    return wide is not None and join({*wide.terms, *narrow.terms}, roles, ranks) == wide


def join(terms: set[str], roles: Sequence[str], ranks: Ranks = _NO_RANKS) -> Rule | None:
    """The rule that any of some terms meets, without those that others include."""
    for all_rows in (ANYONE, SIGNED_IN):
        if all_rows in terms:
            return Rule((all_rows,))
    weakest = [role for role in roles if role in terms][:1]
    of_rows = [term for term in map(read_term, terms - {*roles}) if term]
    found = (*_of_rows(of_rows, ranks), *sorted(filter(permission_of, terms)), *weakest)
    return Rule(found) if found else None


def _of_rows(terms: Sequence[RowTerm], ranks: Ranks) -> list[str]:
    """Terms that hold on some rows, owners first; of the roles of members, only the weakest."""
    by_stem: dict[RowTerm, list[RowTerm]] = {}
    for term in sorted(terms, key=lambda term: (term.word != OWNER, str(term))):
        by_stem.setdefault(term.stem, []).append(term)
    return [
        str(term)
        for stem, said in by_stem.items()
        for term in _weakest(said, ("", *ranks.get(str(stem), ())))
    ]


def _weakest(said: list[RowTerm], order: Sequence[str]) -> list[RowTerm]:
    """The term with the weakest role, and those with roles whose place is not known."""
    known = sorted(
        (term for term in said if term.role in order), key=lambda term: order.index(term.role)
    )
    if known and not known[0].role:
        return known[:1]
    return [*known[:1], *(term for term in said if term.role not in order)]


def _refuse_term(term: str, roles: Sequence[str], path: Path, at: int, report: Report) -> None:
    if report.is_wrong("roles"):
        return
    what = f"`{term}` is no role and no word of a rule." if term else "A rule lacks a word here."
    advice = correction(term, (*WORDS, MEMBER, *roles))
    if term.startswith((f"{OWNER} ", f"{MEMBER} ")):
        advice = "Write `owner of project`, `member of project` or `member of project as lead`."
    report.add(path, what, advice, offset=at)
