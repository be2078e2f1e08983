"""Mistakes in one field: each with its place, what is so, and what to write."""

from collections.abc import Callable

import pytest

MistakesIn = Callable[[str], list[str]]

FIELDS = {
    "a: strr": "1:4: `strr` is no type and no resource. Write `str`.",
    "a: string 1..5": "1:4: `string` is no type and no resource. Write `str`.",
    "a: Autor": "1:4: `Autor` is no type and no resource. Write `Author`.",
    "a: reference": "1:4: A reference is written as the name of its resource. Write the name.",
    "a: enum": "1:4: The enum has no values. Write them: `draft | published`.",
    "a: str, uniqe": "1:9: `uniqe` is not a flag. Write `unique`.",
    "a: str, readonly": "1:9: `readonly` is not a flag. Write `read-only`.",
    "a: str, required": (
        "1:9: `required` is not a flag. Take it out: a field without `?` is required."
    ),
    "a: str, nullable": "1:9: `nullable` is not a flag. Write `?` behind the type.",
    "a: str, unique, unique": "1:17: `unique` is said twice. Say it once.",
    "a: str(120)": (
        "1:7: `(120)` makes no sense here. "
        "Write a length as `..120`; only `decimal(10,2)` has brackets."
    ),
    "a: str 1..20?": (
        "1:8: `1..20?` makes no sense here. Write `?` right behind the type: `str? 1..120`."
    ),
    "a: str =": (
        '1:8: `=` makes no sense here. Write the default behind it; an empty text is `""`.'
    ),
    "a: int = 0, read-only": "1:11: A flag stands behind the default. Write ` = 0` at the end.",
    "a: str = x, matches ^x, unique": (
        "1:11: A flag stands behind the default. Write ` = x` at the end."
    ),
    "a: [new -> old, old -> new]": (
        "1:17: A list says in one short form what it holds. "
        "Write `{states: [new -> old, old -> new]}`."
    ),
    "a: '? 1..2'": (
        "1:5: The short form does not start with a type. "
        "A short form reads `str? 1..120, unique, search = Something`."
    ),
    "a: str 9..2": "1:8: The least is 9, more than the most, 2. Write the lower bound first.",
    "a: str -1..5": "1:8: -1 is not between 0 and 10000. `str` goes no further.",
    "a: str ..20000": (
        "1:10: 20000 is not between 0 and 10000. `str` goes no further; `text` holds more."
    ),
    "a: str ..0": "1:10: It would always be empty. Write `1..` or `..120`.",
    "a: int 5": (
        "1:8: It would always be 5; one number alone bounds only a length. Write `5..` or `..5`."
    ),
    "a: int ..9223372036854775808": (
        "1:10: 9223372036854775808 is not between -9223372036854775807 and 9223372036854775807. "
        "`int` goes no further."
    ),
    "a: int 0.5..": "1:8: The min is not a whole number.",
    "a: bool 1..": "1:9: `min` means nothing for `bool`. Take it out.",
    "a: int, matches ^1": "1:17: `matches` means nothing for `int`. Take it out.",
    "a: str, search 11": "1:9: `search 11` is not a flag. Write `search 1`.",
    "a: {type: str, search: 11}": (
        "1:24: A weight is 1 to 10, not 11. Write `search: 4`, or `search: true` for 1."
    ),
    "a: {type: str, search: 0}": (
        "1:24: A weight is 1 to 10, not 0. Write `search: 4`, or `search: true` for 1."
    ),
    "a: int, search": "1:9: `search` means nothing for `int`. Take it out.",
    "a: json, unique": "1:10: `unique` means nothing for `json`. Take it out.",
    "a: bool, unique": "1:10: `unique` means nothing for `bool`. Take it out.",
    "a: str, unique = x": (
        "1:18: It is unique, and a default is the same for all rows. "
        "Take `unique` or the default out."
    ),
    "a: int, unique = much": "1:18: The default is not a whole number.",
    "a: str, on delete cascade": "1:9: `on_delete` means nothing for `str`. Take it out.",
    "a: decimal": (
        "1:4: A decimal says how many digits it has. "
        "Write `decimal(10,2)`: ten digits, two of them after the point."
    ),
    "a: decimal(16,2)": (
        "1:12: A decimal has 1 to 15 digits, which both databases hold exactly. "
        "Write `decimal(15,2)`."
    ),
    "a: decimal(2,3)": (
        "1:14: Of 2 digits, 0 to 1 can stand after the point, not 3. "
        "Write `decimal(2,0)` or more digits."
    ),
    "a: decimal(2,2)": (
        "1:14: Of 2 digits, 0 to 1 can stand after the point, not 2. "
        "Write `decimal(2,0)` or more digits."
    ),
    "a: decimal(4,2) ..100": (
        "1:19: 100 has more than 2 digits before the point. Give the decimal more digits."
    ),
    "a: int 1..5 = 9": "1:15: The default is more than 5. Write one that callers could send.",
    "a: str ..2 = abc": (
        "1:14: The default is more than 2 characters. Write one that callers could send."
    ),
    "a: str, matches ^b = abc": (
        "1:22: The default does not match `^b`. Write one that callers could send."
    ),
    "a: big | small = huge": (
        "1:18: The default is none of `big`, `small`. Write one that callers could send."
    ),
    "a: int = much": "1:10: The default is not a whole number.",
    "a: bool = yes": "1:11: The default is not `true` or `false`.",
    "a: date = now": "1:11: The default is not a day like `2001-12-31`, or `today`.",
    "a: date = today, index": (
        "1:16: A flag stands behind the default. Write ` = today` at the end."
    ),
    "a: time = 25:00": "1:11: The default is not a time of day like `14:30`.",
    "a: time 18:00..08:00": (
        "1:9: The least is 18:00:00, more than the most, 08:00:00. Write the lower bound first."
    ),
    "a: time 08:00..09:00 = 10:00": (
        "1:24: The default is more than 09:00:00. Write one that callers could send."
    ),
    "a: duration P1Y..": "1:13: `P1Y..` makes no sense here. "
    "A short form reads `str? 1..120, unique, search = Something`.",
    "a: duration ..P40000D": (
        "1:15: P40000D is not between PT0S and P36525D. `duration` goes no further."
    ),
    "a: country = XX": "1:14: The default is not a code of ISO 3166-1 like `DE`.",
    "a: language = de-AT": "1:15: The default is not a code of ISO 639-1 like `de`.",
    "a: currency = DEM": "1:15: The default is not a code of ISO 4217 like `EUR`.",
    "a: interval": "1:4: `interval` is no type and no resource. Write `duration`.",
    "a: list": "1:4: The list does not say what it holds. Write `[str 1..30]`.",
    "a: [strr]": "1:5: `strr` is no type and no resource. Write `str`.",
    "a: [money]": "1:5: A list cannot hold `money`. Write a resource.",
    "a: [str] ..9": (
        "1:10: This is not YAML: expected <block end>, but found '<scalar>'. "
        'Put a list and what stands behind it in quotes: `"[str] ..10"`.'
    ),
    "a: []": (
        "1:1: A list says in one short form what it holds. "
        "Write `[str 1..30]`; a short form with a comma needs quotes."
    ),
    "a: [str, search]": (
        "1:10: A list says in one short form what it holds. "
        "Write `[str 1..30]`; a short form with a comma needs quotes."
    ),
    "a: [str?]": (
        "1:8: `optional` means nothing for what is in a list. "
        'Write it behind the brackets: `"[str]?"`.'
    ),
    'a: ["decimal(4,2)"]': (
        "1:6: A list cannot hold `decimal`. Write `float`, or a resource with a `decimal`."
    ),
    'a: "[str 5..2] ..9"': (
        "1:10: The least is 5, more than the most, 2. Write the lower bound first."
    ),
    'a: "[str] 9..2"': "1:11: The least is 9, more than the most, 2. Write the lower bound first.",
    'a: "[str], unique"': "1:12: `unique` means nothing for `list`. Take it out.",
    'a: "[int 1..5] = [7]"': (
        "1:18: The default has an item that is more than 5. Write one that callers could send."
    ),
    'a: "[int] = 7"': "1:13: The default is not a list like `[]`.",
    "a: {type: [int], default: [a]}": (
        "1:18: The default is not a list in which each is a whole number."
    ),
    "a: money = 5": "1:12: `default` means nothing for `money`. Take it out.",
    "a: money 9..2": "1:10: The least is 9, more than the most, 2. Write the lower bound first.",
    "a: coordinates 1..": "1:16: `min` means nothing for `coordinates`. Take it out.",
    "a: money\na_currency: str": (
        "2:1: `a_currency` comes with `a`, which is `money`. Rename one."
    ),
    "a: Author = caller": (
        "1:13: The caller is a `User`, and this is a `Author`. "
        "Take the default out, or write `User`."
    ),
    "a: User = me": "1:11: The default is not `caller`.",
    "time: date": "1:1: `time` is a type of Python. Write another, such as `book_time`.",
    "a: datetime = 2001-12-31T00:00:00": (
        "1:15: The default is not a moment with its offset like `2001-12-31T12:00:00Z`, or `now`."
    ),
    "a: {type: email, example: ada}": (
        "1:27: The example is not an e-mail address like `ada@example.com`."
    ),
    "a: {type: url, example: example}": (
        "1:25: The example is not a web address like `https://example.com`."
    ),
    "a: {type: uuid, example: 1-2}": (
        "1:26: The example is not a UUID like `0192d6f0-0000-7000-8000-000000000000`."
    ),
    "a: {type: int 1..5, example: 9}": (
        "1:30: The example is more than 5. Write one that callers could send."
    ),
    "a: {type: str 1..5, min: 2}": (
        "1:21: `min` is said twice, in the short form and here. Say it once."
    ),
    "a: {type: str, max: '5'}": "1:22: The max is not a whole number.",
    "a: {type: str, unique: maybe}": "1:24: `unique` is `maybe`; it should be `true` or `false`.",
    "a: {optional: true}": "1:1: The field has no type. Add `type: str` or another.",
    "a: {type: Author, on_delete: drop}": (
        "1:30: `drop` is none of `restrict`, `cascade`, `set null`. "
        "Choose from `restrict`, `cascade`, `set null`."
    ),
    "a: draft | Draft": "1:12: `Draft` and `draft` have one name in Python, `DRAFT`. Rename one.",
    "a: draft | 1st": (
        "1:12: `1st` is not spelled like a value. Start with a letter; use a to z and digits."
    ),
    "a: {values: [draft]}": (
        "1:5: One value alone is no choice. Write another: `draft | published`."
    ),
    "a: Author, on delete set null": (
        "1:12: It is required, so deleting what it points to cannot set it to null. "
        "Write `Author?`, or `on delete restrict` or `cascade`."
    ),
    "a: str, read-only": (
        "1:9: It is read-only and required: nobody could ever set it. "
        "Write `?` behind the type, or a default."
    ),
    "a: str, unique, read-only": (
        "1:17: It is read-only and required: nobody could ever set it. Write `?` behind the type."
    ),
    "a: str?, read-only, write-only": (
        "1:21: It is both read-only and write-only: nobody could do anything with it. Take one out."
    ),
    "a: str, write-only, search": ("1:21: It is write-only; a search would tell it. Take it out."),
    "a: str ..2000, unique": (
        "1:4: A text of 2000 characters is too long for the index that this needs. "
        "Write `..650`, or take its flags, filters and orders out."
    ),
    "a: Book": "1:4: No `Book` can be the first: each needs another. Write `Book?`.",
    "a:": (
        "1:1: `a` says nothing. "
        "Fill it in or take it out; inside `{…}`, a text that has a comma needs quotes."
    ),
    "a: 5": (
        "1:4: `a` is `5`; it should be a short form such as `str 1..120, unique` "
        "or one short form in a list, such as `[url]` or `[Tag]` "
        'or a mapping with keys such as `type` and `optional`. Put it in quotes: `"5"`.'
    ),
    "Title: str": "1:1: `Title` is not spelled like a field. Write `title`.",
    "first name: str": "1:1: `first name` is not spelled like a field. Write `first_name`.",
    "a__b: str": "1:1: `a__b` is not spelled like a field. Write `a_b`.",
    "id: str": "1:1: `id` is built into every resource. Write another, such as `book_id`.",
    "owner: str": "1:1: `owner` is built into every resource. Write another, such as `book_owner`.",
    "sort: str": "1:1: `sort` is a parameter of every list. Write another, such as `book_sort`.",
    "in_: str": (
        "1:1: `in_` is not spelled like a field. Write another: `in` is a word of Python."
    ),
    "class: str": "1:1: `class` is a word of Python. Write another, such as `book_class`.",
    "order: int": "1:1: `order` is a word of SQL. Write another, such as `book_order`.",
    "metadata: json": (
        "1:1: `metadata` is a part of every Python model. Write another, such as `book_metadata`."
    ),
    "model_dumps: int": (
        "1:1: `model_dumps` starts like a part of every Python model. "
        "Write another, such as `book_model_dumps`."
    ),
    "date: date": "1:1: `date` is a type of Python. Write another, such as `book_date`.",
    "choice: str": (
        "1:1: `choice` is a function that built code calls. Write another, such as `book_choice`."
    ),
    "read: yes | no": (
        "1:1: The values of `read` have a name that is taken, `BookRead`. Write another name."
    ),
    f"{'a' * 40}: yes | no": (
        f"1:1: The values of `{'a' * 40}` have a name that is too long, `BookA{'a' * 39}`. "
        "Write a shorter name."
    ),
    "a: {type: decimal, digits: 99999999, places: 2, min: 1}": (
        "1:28: A decimal has 1 to 15 digits, which both databases hold exactly. "
        "Write `decimal(15,2)`."
    ),
    "a: float ..1e300": (
        "1:12: 1e+300 is not between -1000000000000 and 1000000000000. `float` goes no further."
    ),
    "a: email = ada@localhost": (
        "1:12: The default is not an e-mail address like `ada@example.com`."
    ),
    "a: url = https://a b": ("1:10: The default is not a web address like `https://example.com`."),
    f"a: str = {'a' * 1000}": (
        "1:4: The short form has more than 1000 characters. Write the long form."
    ),
    "a: str ..5 = abcdef": (
        "1:14: The default is more than 5 characters. Write one that callers could send."
    ),
    "a: decimal(4,1) = 0.25": (
        "1:19: The default has more than 1 digits after the point. "
        "Write one that callers could send."
    ),
    "a: {type: json, example: 1e999}": "1:26: The example is not a JSON value.",
    f"{'a' * 41}: str": (f"1:1: `{'a' * 40}…` is longer than 40 characters. Write a shorter name."),
    "author: Author\nauthor_id: uuid": (
        "2:1: `author_id` and `author` have one name in Python, `AuthorId`. Rename one."
    ),
    "line1: str\nline_1: str": (
        "2:1: `line_1` and `line1` have one name in Python, `Line1`. Rename one."
    ),
}


@pytest.mark.parametrize("field", FIELDS)
def test_a_mistake_in_a_field_is_found_where_it_stands(field: str, mistakes_in: MistakesIn) -> None:
    assert mistakes_in(field) == [FIELDS[field]]


@pytest.mark.parametrize(
    "pattern",
    ["(?=x)", r"(a)\1", "[[a]", "(", "a{1000}{1000}", "(a{1000}){1000}", r"\pL", r"\Z", "a" * 501],
)
def test_a_pattern_must_mean_the_same_to_python_and_rust(
    pattern: str, mistakes_in: MistakesIn
) -> None:
    (mistake,) = mistakes_in(f"a: str, matches {pattern}")
    assert mistake.startswith("1:17: The pattern cannot be used: ")


def test_all_mistakes_come_at_once_and_in_order(mistakes_in: MistakesIn) -> None:
    found = mistakes_in("a: strr 9..2, uniqe\nb: int 9..2, matches (, serch = x\nc: str, search")
    assert [mistake.split(" ")[0] for mistake in found] == [
        "1:4:",
        "1:15:",
        "2:8:",
        "2:22:",
        "2:25:",
        "2:33:",
    ]


def test_a_field_may_be_named_like_what_needs_no_quotes(mistakes_in: MistakesIn) -> None:
    names = "name type value key model_year position year status text url email uuid number match"
    assert mistakes_in("\n".join(f"{name}: str?" for name in names.split())) == []
