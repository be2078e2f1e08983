"""Pages that are no plain YAML."""

import time
from collections.abc import Callable

import pytest
from apiwright.blueprint.page.mistakes import BlueprintMistakes, Mistake
from apiwright.blueprint.read import read_blueprint

Mistakes = Callable[[str | bytes], tuple[Mistake, ...]]

BILLION_LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{after}: &{after} [{', '.join(['*' + before] * 10)}]\n"
    for before, after in zip("abcdefgh", "bcdefghi", strict=True)
)

PAGES: dict[str | bytes, str] = {
    "": "1:1: The page is empty. Start with `backend: Name`.",
    "# nothing yet\n": "1:1: The page is empty. Start with `backend: Name`.",
    "- backend": "1:1: The page is not a mapping of keys. Start with `backend: Name`.",
    "Bookshop": "1:1: The page is not a mapping of keys. Start with `backend: Name`.",
    b"\x89PNG\r\n": "1:1: Byte 0x89 is not UTF-8 text. Save the page as UTF-8 text.",
    b"backend: Caf\xe9": "1:13: Byte 0xE9 is not UTF-8 text. Save the page as UTF-8 text.",
    "backend: Shop".encode("utf-16"): (
        "1:1: Byte 0xFF is not UTF-8 text. Save the page as UTF-8 text."
    ),
    b"backend: a\nabout: \x00": "2:8: Character U+0000 is not text. Take it out.",
    'backend: "a\\0b"': "1:10: Character U+0000 is not text. Take the escape out.",
    'backend: "\\ud800"': "1:10: Character U+D800 is not text. Take the escape out.",
    "backend: a\rabout: b": "1:11: Character U+000D is not text. Take it out.",
    "about: a\u2028b": "1:9: Character U+2028 is not text. Take it out.",
    "auth:\n\tsign_up: open": "2:1: A tab indents this line. Indent with spaces.",
    "backend: a\nabout: b\nbackend: c": (
        "3:1: `backend` stands here twice, first on line 1. Keep one of the two."
    ),
    "backend: &name Shop": (
        "1:10: `&name` is an anchor, which a blueprint does not have. Take it out."
    ),
    "backend: *name": "1:10: `*name` repeats another part of the page. Write that part out.",
    "backend: !!str 5": (
        "1:10: `tag:yaml.org,2002:str` is a tag, which a blueprint does not have. "
        "Take it out, or put the text in quotes."
    ),
    "backend: !env NAME": (
        "1:10: `!env` is a tag, which a blueprint does not have. "
        "Take it out, or put the text in quotes."
    ),
    "<<: {a: 1}": "1:1: `<<` merges keys. Write the keys out.",
    "? [a]\n: b": (
        "1:3: A key is not a single word here. "
        "Put a text that starts with this character in quotes."
    ),
    "backend: a\n---\nbackend: b": "2:1: A second page starts here. Keep one page in a file.",
    "backend: My shop: the best": (
        "1:17: This is not YAML: mapping values are not allowed here. "
        "Put a text that has `: ` in it in quotes."
    ),
    "backend: @shop": (
        "1:10: This is not YAML: found character '@' that cannot start any token. "
        "Put a text that starts with this character in quotes."
    ),
    "backend: [a": (
        "1:12: This is not YAML: expected ',' or ']', but got '<stream end>'. "
        "Check indentation and quotes here."
    ),
    'backend: "\\U99999999"': "1:1: This is not YAML. Check quotes and escapes.",
    "a: " + "[" * 1000: "1:23: This nests deeper than 20 levels. Take levels out.",
    "a: " + "{a: " * 1000: "1:80: This nests deeper than 20 levels. Take levels out.",
}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_that_is_not_plain_is_refused_where_it_is_not(
    page: str | bytes, mistakes: Mistakes
) -> None:
    (mistake,) = mistakes(page)
    assert f"{mistake.line}:{mistake.column}: {mistake.what} {mistake.help}" == PAGES[page]


def test_a_page_may_start_with_a_byte_order_mark(mistakes: Mistakes) -> None:
    assert mistakes("\ufeffbackend: Shop\nresources: {}".encode()) == ()
    assert mistakes("\ufeffbackend: Shop\nresources: {}") == ()


@pytest.mark.parametrize("page", [b"a" * 5_000_000, b"a: [b]\n" * 800_000, b"\x00" * 5_000_000])
def test_a_page_of_five_megabytes_is_refused_at_once(page: bytes, mistakes: Mistakes) -> None:
    started = time.process_time()
    (mistake,) = mistakes(page)
    assert mistake.what == "The page is larger than 1,000,000 bytes."
    assert time.process_time() - started < 1


def test_anchors_that_explode_are_refused_before_they_do(mistakes: Mistakes) -> None:
    started = time.process_time()
    found = mistakes(BILLION_LAUGHS)
    assert {each.what for each in found} >= {
        "`&a` is an anchor, which a blueprint does not have.",
        "`*h` repeats another part of the page.",
    }
    assert time.process_time() - started < 1


def test_mistakes_print_with_the_name_of_the_page() -> None:
    with pytest.raises(BlueprintMistakes) as caught:
        read_blueprint("backend: Shop\nresorces: {}\nstyle: bold", "shop/blueprint.yaml")
    assert str(caught.value).splitlines() == [
        "shop/blueprint.yaml:2:1: `resorces` is not a key of a blueprint. Write `resources`.",
        (
            "shop/blueprint.yaml:3:1: `style` is not a key of a blueprint. "
            "Choose from `about`, `version`, `api`, `versions`, `roles`, `permissions`, `auth`, "
            "`tenants`, `parts`, `resources`, `endpoints`."
        ),
    ]
