"""Rules and computed fields, and the fields that they can be about."""

from collections.abc import Sequence

from tests.apiwright.build.any_page.chance import Chance, Page
from tests.apiwright.build.any_page.names import plural

OF_ROWS = [
    *("count of {rows}", "sum of {rows}.size", "average of {rows}.count"),
    *("max of {rows}.created_at", "min of {rows}.size where count > 1", "max of {rows}.day"),
]
OF_FIELDS = [
    *("= size * 2", "= count + size", "= size > count", "= day < today", '= title + "!"'),
    *("count of friends", "max of friends.created_at", "sum of friends.size"),
    *("= count / size", "= -count", "= (size - 1) * count", "= later > now"),
]
RULES = [
    *("size >= count", "day before later", "count != size", "at most 3 per {parent}"),
    *("at most 2 per {parent} where rank = low", "no two overlap day..later per {parent}"),
    *("no two overlap day..later", "no two overlap day..later per {parent} where rank = high"),
]
STATES = ["open -> done", "new -> sent -> paid | lost", "draft -> live -> draft"]


def measures(chance: Chance) -> Page:
    """Fields that rules and computed fields can be about, with all that rules ask for."""
    days = chance.one("date", "datetime", "date?", "datetime?")
    said = {
        "count": chance.one("int 0..100", "int 0..100 = 1", "int? 0.."),
        "size": chance.one("int 0..100", "int 5..50", "decimal(6,2) 0.."),
        "day": days,
        "later": days,
        "rank": chance.one("low | high", "low | high = low"),
        "status": chance.one(*STATES),
        "title": chance.one("str 1..60", "str? ..60, search"),
    }
    return chance.part_of(said, 0.6)


def any_computed(chance: Chance, referring: Sequence[str]) -> Page:
    """Fields that are worked out, some from rows of resources that refer here."""
    own = chance.some(OF_FIELDS, 2)
    if referring:
        rows = plural(chance.one(*referring))
        own += [each.format(rows=rows) for each in chance.some(OF_ROWS, 2)]
    return {f"c{index}": each for index, each in enumerate(own)} if chance.maybe(0.5) else {}


def any_rules(chance: Chance, parents: Sequence[str]) -> list[str]:
    """What must hold in rows, and among those of a parent or an owner."""
    chosen = [each.format(parent=chance.one(*parents, "owner")) for each in chance.some(RULES, 2)]
    overlapping = any("overlap" in each for each in chosen)
    return [*chosen, *(["later after day"] if overlapping else [])]
