"""Any resource."""

from tests.apiwright.build.any_page.access import any_access, any_late_access
from tests.apiwright.build.any_page.actions import any_actions
from tests.apiwright.build.any_page.chance import Chance, Page
from tests.apiwright.build.any_page.fields import any_fields, any_reference
from tests.apiwright.build.any_page.names import plural
from tests.apiwright.build.any_page.sentences import any_computed, any_rules, measures


def any_resource(chance: Chance, noun: str, nouns: list[str]) -> Page:
    """A resource that refers to some of those before it."""
    earlier, later = nouns[: nouns.index(noun)], nouns[nouns.index(noun) + 1 :]
    parents = {each.lower(): each for each in chance.upto(earlier, chance.number(0, 2))}
    fields = any_fields(chance) | measures(chance)
    fields |= {name: any_reference(chance, each) for name, each in parents.items()}
    above = f"{noun}?, on delete {chance.one('cascade', 'set null')}"
    fields |= chance.part_of({"friends": [chance.one(*nouns)], "above": above}, 0.25)
    owned = chance.maybe(0.5)
    access = any_access(chance, owned=owned)
    said = {
        "owned": owned,
        "fields": fields | any_computed(chance, later),
        "list": _any_list(chance, [*fields]),
        "actions": any_actions(chance, fields, access.get("update", "admin"), nouns),
    }
    extras = _any_extras(chance, fields, nouns, [*parents])
    said |= chance.part_of(extras, 0.3) | _any_place(chance, fields, [*parents])
    return said | {"access": access | any_late_access(chance, said)}


def any_singleton(chance: Chance) -> Page:
    """What each account has one of."""
    types = ["light | dark = light", "language = en", "str? ..40", "int 0..9 = 3", "[str 1..9]?"]
    chosen = chance.some([*types, "str?, sensitive", "json?", "bool = true"], 4)
    return {
        "singleton": True,
        "fields": {f"f{index}": each for index, each in enumerate(chosen)},
        "access": {"read": "owner", "update": "owner"},
        **chance.part_of({"plural": "preferences", "deprecated": "2026-12-31"}, 0.3),
    }


def _any_extras(chance: Chance, fields: Page, nouns: list[str], parents: list[str]) -> Page:
    """What a resource need not say."""
    return {
        "about": 'Whatever "it" is.',
        "include": chance.some([*parents, "friends", "owner", *map(plural, nouns)], 3),
        "unique": [chance.upto([*fields], 2)],
        "export": chance.some(["csv", "jsonl"], 2),
        "bulk": chance.some(["create", "update", "delete"], 3),
        "rules": any_rules(chance, parents),
        "audit": True,
        "history": True,
        "soft_delete": True,
        "cache": "60s",
        "limit": "5/minute",
        "deprecated": "2026-12-31",
    }


def _any_place(chance: Chance, fields: Page, parents: list[str]) -> Page:
    """Where rows stand: below another, in a tree of their own, or neither."""
    under = {"under": chance.one(*parents)} if parents else {}
    tree = {"tree": "above"} if "above" in fields else {}
    return chance.part_of(under | tree, 0.5)


def _any_list(chance: Chance, fields: list[str]) -> Page:
    said = {
        "filter": chance.some(fields, 3),
        "sort": chance.some(fields, 2),
        "page": chance.one("20..100", "5..50"),
        "cursor": chance.maybe(0.5),
    }
    return chance.part_of(said, 0.6)
