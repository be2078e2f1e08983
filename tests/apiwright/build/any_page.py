"""Pages that people could have written, with every construct of the language, and no mistake.

A page is drawn without care for what fits, and then loses what the language refuses.
"""

import json
from itertools import pairwise
from random import Random
from typing import Any

from apiwright.blueprint.model import Blueprint
from apiwright.blueprint.page.mistakes import BlueprintMistakes
from apiwright.blueprint.read import read_blueprint

Page = dict[str, Any]

NOUNS = ["Author", "Book", "Company", "Device", "Event", "Folder", "Invoice", "Room", "Task"]
ROLES = ["reader", "editor", "admin"]
RULES = ["anyone", "signed in", "owner", "owner | editor", "editor", "admin", "member", "may check"]
TYPES = [
    *("str 1..80, search", "str ..40, unique", "str? 3..9", "text ..500", "int 0..", "int 0..9"),
    *("int? -5..5", "decimal(8,2) 0..", "decimal(6,3)", "float 0..1", "bool = false", "email"),
    *("date", "date?", "datetime", "datetime = now", "time", "duration", "url?", "json?", "uuid"),
    *("country", "currency = EUR", "language?", "red | green | blue", "low | high = low, index"),
    *("[str 1..9]", "[url] ..3", "money 0..", "coordinates?", "str?, read-only", "str, write-only"),
    *("str, matches ^[a-z]{3}$", "int, unique", "date = today", "User?", "User = caller"),
]
STATES = ["open -> done", "new -> sent -> paid | lost", "draft -> live -> draft"]
COMPUTED = [
    *("count of {rows}", "sum of {rows}.{field}", "average of {rows}.{field}"),
    *("max of {rows}.created_at", "min of {rows}.{field} where {field} > 1", "= {field} * 2"),
    *("= {field} + {other}", "= {field} > {other}", "= {day} < today", '= {text} + "!"'),
    *("count of friends", "max of friends.created_at", "sum of friends.{field}"),
]
SENTENCES = [
    *("{field} >= {other}", "{day} before {later}", "{field} != {other}"),
    *("at most 3 per {parent}", "at most 2 per {parent} where {choice} = low"),
    *("no two overlap {day}..{later} per {parent}", "no two overlap {day}..{later}"),
]
ENDPOINTS = ["GET /{path}/{{{noun}}}/report", "POST /{path}/{{{noun}}}/move", "GET /stats/{path}"]


def read_any(page: Page) -> Blueprint | None:
    """The blueprint that is left of a page without its mistakes; `None` if nothing is."""
    for _ in range(60):
        try:
            return read_blueprint(json.dumps(page))
        except BlueprintMistakes as found:
            places = {mistake.where for mistake in found.mistakes}
            for where in sorted(places, key=_from_behind, reverse=True):
                _lose(page, where.split("."))
            if not page.get("resources"):
                return None
    return None


def _from_behind(where: str) -> list[tuple[int, str]]:
    """What sorts the later items of a list behind the earlier ones."""
    return [(int(word) if word.isdigit() else 0, word) for word in where.split(".")]


def _lose(page: Any, where: list[str]) -> None:
    """Take out of a page what stands at a place, or what it stands in."""
    found, last = page, None
    for word in where:
        key = int(word) if isinstance(found, list) and word.isdigit() else word
        if not _has(found, key):
            break
        found, last = found[key], (found, key)
    if last:
        holder, key = last
        del holder[key]


def _has(found: Any, key: str | int) -> bool:
    if isinstance(found, list):
        return isinstance(key, int) and key < len(found)
    return isinstance(found, dict) and key in found


class Writer:
    """Writes pages by chance."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.nouns: list[str] = []

    def page(self) -> Page:
        self.nouns = self.chance.sample(NOUNS, self.chance.randint(1, 4))
        page: Page = {"backend": "Any Thing", "about": "Keeps things."}
        if has_accounts := self.maybe(0.8):
            page |= {"auth": {"sign_up": self.one("open", "closed")}, "roles": ROLES}
            page |= {"permissions": {"check": self.one("admin", "nobody")}}
        page["resources"] = {noun: self.resource(noun) for noun in self.nouns}
        if has_accounts and self.maybe(0.7):
            page["resources"]["User"] = self.account()
        if has_accounts and self.maybe(0.4):
            self.add_members(page["resources"], self.nouns[0])
        page["endpoints"] = dict(self.endpoint() for _ in range(self.chance.randint(0, 2)))
        return page

    def resource(self, noun: str) -> Page:
        earlier = self.nouns[: self.nouns.index(noun)]
        fields = {f"f{index}": self.one(*TYPES) for index in range(self.chance.randint(1, 4))}
        fields |= self.measures()
        parents = self.chance.sample(earlier, min(len(earlier), self.chance.randint(0, 2)))
        fields |= {parent.lower(): self.reference(parent) for parent in parents}
        if self.maybe(0.3):
            fields["friends"] = [self.one(*self.nouns)]
        if self.maybe(0.2):
            fields["above"] = f"{noun}?, on delete {self.one('cascade', 'set null')}"
        names = {"noun": noun.lower(), "parent": self.one(*(p.lower() for p in parents), "owner")}
        owned = self.maybe(0.5)
        access = self.access(owned=owned)
        said = {
            "owned": owned,
            "fields": fields | self.computed(noun),
            "access": access,
            "list": self.listing([*fields]),
            "actions": self.actions(fields, self.one(*access.values())),
        }
        extras = {
            "tree": "above",
            "under": self.one("above", *(parent.lower() for parent in parents)),
            "include": self.some([*(p.lower() for p in parents), "friends", *self.rows()], 3),
            "unique": [self.chance.sample([*fields], min(2, len(fields)))],
            "export": self.some(["csv", "jsonl"], 2),
            "bulk": self.some(["create", "update", "delete"], 3),
            "rules": [self.filled(each, names) for each in self.some(SENTENCES, 2)],
            "cache": "60s",
            "limit": "5/minute",
            "deprecated": "2026-12-31",
        }
        return said | {key: each for key, each in extras.items() if self.maybe(0.35)}

    def measures(self) -> Page:
        """Fields that rules and computed fields can be about."""
        said = {
            "count": self.one("int 0..100", "int 0..100 = 1", "int? 0.."),
            "size": self.one("int 0..100", "int 5..50", "decimal(6,2) 0.."),
            "day": self.one("date", "datetime", "date?"),
            "later": self.one("date", "datetime", "date?"),
            "rank": self.one("low | high", "low | high = low"),
            "status": self.one(*STATES),
            "title": self.one("str 1..60", "str? ..60, search"),
        }
        return {name: each for name, each in said.items() if self.maybe(0.5)}

    def computed(self, noun: str) -> Page:
        names = {"noun": noun.lower(), "parent": "owner"}
        chosen = self.some(COMPUTED, 2) if self.maybe(0.5) else []
        return {f"c{index}": self.filled(each, names) for index, each in enumerate(chosen)}

    def filled(self, sentence: str, names: dict[str, str]) -> str:
        return sentence.format(
            rows=self.one(*self.rows()),
            field=self.one("count", "size"),
            other=self.one("size", "count"),
            day="day",
            later="later",
            text="title",
            choice="rank",
            **names,
        )

    def reference(self, noun: str) -> str:
        end = self.one("", "", "?", "?, on delete set null", ", on delete cascade", ", unique")
        return f"{noun}{end}"

    def access(self, *, owned: bool) -> Page:
        usual = {
            "read": self.one("owner | editor", "signed in", "anyone", "owner"),
            "create": "signed in",
            "update": "owner",
            "delete": self.one("owner", "owner | editor"),
        }
        if not owned:
            reads = self.one("anyone", "signed in", "editor", "editor | may check")
            usual = {"read": reads, "write": self.one("editor", "admin", reads)}
        words = ["list", "create", "update", "delete"]
        return usual | {word: self.one(*RULES) for word in words if self.maybe(0.15)}

    def listing(self, fields: list[str]) -> Page:
        said = {
            "filter": self.some(fields, 3),
            "sort": self.some(fields, 2),
            "page": self.one("20..100", "5..50"),
            "cursor": self.maybe(0.5),
        }
        return {key: each for key, each in said.items() if self.maybe(0.6)}

    def actions(self, fields: Page, by: str) -> Page:
        """An action for each arrow, and others."""
        sets: Page = {"count": 7, "day": self.one("today", "now"), "f0": None}
        moves: list[Page] = [
            {"status": f"{start} -> {end}", "by": by}
            for starts, ends in pairwise(fields.get("status", "").split(" -> "))
            for start in starts.split(" | ")
            for end in ends.split(" | ")
        ]
        extras: list[Page] = [
            {"by": by, "body": {"remark": "str 1..20", "many": "int? 0..9"}},
            {"by": by, "on": "collection", "returns": [self.one(*self.nouns)]},
            {"by": by, "sets": sets},
            {"by": by, "body": self.some([*fields], 2)},
        ]
        for act in moves:
            act.update({"sets": sets} if self.maybe(0.3) else {})
            act.update({"needs": self.some([*fields], 1)} if self.maybe(0.3) else {})
        acts = moves + [act for act in extras if self.maybe(0.15)]
        return {f"act{index}": act for index, act in enumerate(acts)}

    def account(self) -> Page:
        fields = {f"f{index}": self.one(*TYPES) for index in range(self.chance.randint(0, 2))}
        said: Page = {"fields": fields} if fields else {}
        return said | {"access": {"read": self.one("admin", "signed in"), "update": "admin"}}

    def add_members(self, resources: Page, noun: str) -> None:
        """Let rows of a resource have members, whom who names them can see."""
        user = resources.setdefault("User", {})
        user["access"] = {"list": "admin", "read": "signed in", "update": "admin"}
        place = noun.lower()
        resources[noun]["members"] = "Membership"
        resources["Membership"] = {
            "fields": {
                place: f"{noun}, on delete cascade",
                "user": "User, on delete cascade",
                "role": "guest | worker | lead = guest",
            },
            "unique": [[place, "user"]],
            "access": {
                "read": f"owner of {place} | member | admin",
                "write": f"owner of {place} | member as lead",
            },
        }
        resources[noun]["owned"] = True
        resources[noun]["access"] = {
            "read": "owner | member | admin",
            "create": "signed in",
            "update": self.one("owner", "owner | member as worker"),
        }

    def endpoint(self) -> tuple[str, Page]:
        noun = self.one(*self.nouns)
        key = self.one(*ENDPOINTS).format(path=f"{noun.lower()}s", noun=noun.lower())
        said: Page = {
            "access": self.one(*RULES),
            "returns": self.one(noun, [noun], {"total": "int", "day": "date?"}),
            "query": {"since": "date?", "kind": "paper | ebook?"},
            "body": {"amount": "int 1..9", "why": "str? ..40"},
        }
        return key, {name: each for name, each in said.items() if self.maybe(0.8)}

    def rows(self) -> list[str]:
        return [{"Company": "companies"}.get(noun, f"{noun.lower()}s") for noun in self.nouns]

    def maybe(self, share: float) -> bool:
        return self.chance.random() < share

    def one(self, *options: Any) -> Any:
        return self.chance.choice(options)

    def some(self, options: list[str], most: int) -> list[str]:
        return self.chance.sample(options, min(len(options), self.chance.randint(1, most)))


def any_page(chance: Random) -> Page:
    """A page that says anything, right or wrong."""
    return Writer(chance).page()
