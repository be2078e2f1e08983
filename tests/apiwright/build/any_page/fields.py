"""Fields of any type, of any flags, for anybody."""

from tests.apiwright.build.any_page.chance import Chance, Page

TYPES = [
    *("str 1..80, search", "str ..40, unique", "str? 3..9", "text ..500", "int 0..", "int 0..9"),
    *("str? ..60, search 3", "text, search 2", "str 1..30, index", "uuid, unique, read-only = new"),
    *("int? -5..5", "decimal(8,2) 0..", "decimal(6,3)", "float 0..1", "bool = false", "email"),
    *("date", "date?", "datetime", "datetime = now", "time", "duration", "url?", "json?", "uuid"),
    *("country", "currency = EUR", "language?", "red | green | blue", "low | high = low, index"),
    *(
        "[str 1..9]",
        "[url] ..3",
        "[int 0..5]? 1..4",
        "money 0..",
        "coordinates?",
        "str?, read-only",
    ),
    *("str, write-only", "str, matches ^[a-z]{3}$", "int, unique", "date = today", "User?"),
    *("User = caller", "User, read-only = caller", "User?, read-only"),
]
FILES = ["file?", "file? ..20kB, image/png | application/pdf", "file? ..5kB, text/plain"]
SENSITIVE = ["str 1..20, sensitive", "str? ..30, sensitive", "int? 0.., sensitive"]
GUARDED = [
    *(
        "str? ..40",
        "decimal(9,2)? 0..",
        "int 0..9 = 3",
        "bool = true",
        "date?",
        "red | green = red",
    ),
    *("[str 1..9]?", "money?", "User?", "str 1..20", "json?"),
]
OF_FIELDS = ["owner", "owner | admin", "editor", "admin", "may check", "signed in", "member"]


def any_fields(chance: Chance) -> Page:
    """A few fields of any type, some of them not for everybody, some of them files."""
    said: Page = {f"f{index}": chance.one(*TYPES) for index in range(chance.number(1, 4))}
    unusual: Page = {
        "secret": chance.one(*SENSITIVE),
        "hidden": any_guarded(chance),
        "picture": chance.one(*FILES),
    }
    return said | chance.part_of(unusual, 0.2)


def any_guarded(chance: Chance) -> Page:
    """A field with rules of its own."""
    rules = {word: chance.one(*OF_FIELDS) for word in chance.some(["read", "write"], 2)}
    return {"type": chance.one(*GUARDED), **rules}


def any_reference(chance: Chance, noun: str) -> str:
    """A reference to a resource, whatever becomes of it when that row is deleted."""
    ends = ("", "", "?", "?, on delete set null", ", on delete cascade", ", unique")
    return noun + chance.one(*ends)
