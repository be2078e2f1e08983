"""Mistakes between the parts of a page."""

from collections.abc import Callable

import pytest
from apiwright.blueprint.page.mistakes import Mistake

SHOP = """\
backend: Shop
about: Sells.
version: 1.0.0
roles: [reader, editor, admin]
auth: {sign_up: open}
resources:
  Author:
    fields: {name: "str 1..120", born: "date?", secret: "str, write-only", bio: text}
    access: {read: anyone, write: editor}
    list: {filter: [born], sort: [name]}
  Note:
    owned: true
    fields: {text: str, kind: x | y, author: Author}
    unique: [[author, owner]]
    access: {read: owner | admin, create: signed in, update: owner, delete: owner | admin}
    list: {filter: {author: [eq, in], kind: [eq]}, page: 20..100, cursor: true}
"""
CHANGES = [
    ("backend: Shop", "backend: Café", "1:10: `Café` is not spelled like a backend. Write `Cafe`."),
    ("backend: Shop", "backend: json", "1:10: `json` is a module of Python. Write `json API`."),
    (
        "backend: Shop",
        "about2: x",
        (
            "1:1: `about2` is not a key of a blueprint. "
            "Choose from `backend`, `api`, `versions`, `permissions`, `tenants`, `parts`, "
            "`endpoints`."
        ),
    ),
    ("about: Sells.", "abuot: Sells.", "2:1: `abuot` is not a key of a blueprint. Write `about`."),
    (
        "auth: {sign_up: open}",
        "atuh: {sign_up: open}",
        "5:1: `atuh` is not a key of a blueprint. Write `auth`.",
    ),
    ("about: Sells.", "about: [a]", "2:1: `about` is a list; it should be a text."),
    ("1.0.0", "1.0", '3:10: `version` is `1.0`; it should be a text. Put it in quotes: `"1.0"`.'),
    ("1.0.0", "new", "3:10: `new` is no version. Write `1.0.0`."),
    ("1.0.0", "1.0.0-new", "3:10: `1.0.0-new` is no version. Write `1.0.0`."),
    (
        "backend: Shop",
        "backend: Alembic",
        "1:10: `alembic` is a part of every project. Write `Alembic API`.",
    ),
    ("[reader,", "[owner,", "4:9: `owner` is a word of the rules. Write another name."),
    ("[reader,", "[signed_in,", "4:9: `signed_in` is a word of the rules. Write another name."),
    ("[reader,", "[Reader,", "4:9: `Reader` is not spelled like a role. Write `reader`."),
    (
        "[reader,",
        "[Owner,",
        "4:9: `Owner` is not spelled like a role. Write another: `owner` is a word of the rules.",
    ),
    ("[reader,", "[admin,", "4:24: `admin` stands here twice. Rename one."),
    ("sign_up: open", "sign_up: opne", "5:17: `opne` is none of `open`, `closed`. Write `open`."),
    (
        "sign_up: open",
        "sign_up: open, methods: [password, secnd_factor]",
        (
            "5:43: `secnd_factor` is none of `password`, `second_factor`, `api_key`, "
            "`client_credentials`. Write `second_factor`."
        ),
    ),
    (
        "sign_up: open",
        "sign_up: open, methods: [second_factor]",
        "5:23: Without a password nobody can sign in. Write `[password, second_factor]`.",
    ),
    (
        "sign_up: open",
        "sign_up: open, methods: [password, client_credentials]",
        (
            "5:23: Clients are API keys, and there are none. "
            "Write `[password, api_key, client_credentials]`."
        ),
    ),
    (
        "sign_up: open",
        "sign_up: open, methods: [password, password]",
        "5:43: `password` stands here twice. Take one out.",
    ),
    (
        "{sign_up: open}",
        "{sign_up: open, methods: password}",
        "5:32: `methods` is `password`; it should be a list of methods.",
    ),
    (
        "sign_up: open",
        "sign_up: closed",
        "5:17: Nobody can get an account. Write `open`, or say who may create `User`.",
    ),
    (
        "  Author:",
        "  Authors:",
        (
            "7:3: `Authors` reads like a plural. Write `Author`, or say what "
            "its plural is: `plural: …`."
        ),
    ),
    ("  Author:", "  author:", "7:3: `author` is not spelled like a resource. Write `Author`."),
    (
        "  Note:",
        "  Page:",
        "11:3: `Page` is a name that built code itself uses. Write a longer name.",
    ),
    (
        "  Note:",
        "  Warning:",
        "11:3: `Warning` is a name of Python. Write a longer name.",
    ),
    (
        "  Note:",
        "  Local:",
        "11:3: `locals` is a name of Python. Write another: `plural: shop_locals`.",
    ),
    (
        "  Note:",
        "  Me:",
        "11:3: `Me` is a name that built code itself uses. Write a longer name.",
    ),
    (
        "  Note:",
        "  OneThatHasManyWordsInItsName:",
        (
            "11:3: `one_that_has_many_words_in_its…` is longer than 30 characters. "
            "Write a shorter name."
        ),
    ),
    (
        "  Note:",
        "  PageLink:",
        (
            "11:3: `page_links` gives its service a name that is taken, `PageLinks`. "
            "Write another: `plural: …`."
        ),
    ),
    (
        "    owned: true",
        "    plural: runtime_error\n    owned: true",
        (
            "12:13: `runtime_error` gives its service a name that is taken, `RuntimeError`. "
            "Write another: `plural: …`."
        ),
    ),
    (
        "    owned: true",
        "    plural: author_read\n    owned: true",
        (
            "12:13: `author_read` gives its service a name that is taken, `AuthorRead`. "
            "Write another: `plural: …`."
        ),
    ),
    (
        "  Note:",
        "  AUTHOR: {plural: writers, fields: {a: str}, access: {read: anyone}}\n  Note:",
        "11:3: `AUTHOR` and `Author` have one name in Python, `author`. Rename one.",
    ),
    (
        "kind: x | y",
        "kind: x | y, _kind: str",
        "13:38: `_kind` is not spelled like a field. Write `kind`.",
    ),
    (
        "  Note:",
        "  Link:",
        "11:3: `links` is a part of every project. Write another: `plural: shop_links`.",
    ),
    (
        "  Note:",
        "  Reference:",
        "11:3: `references` is a word of SQL. Write another: `plural: shop_references`.",
    ),
    (
        "    owned: true",
        "    plural: authors\n    owned: true",
        "11:3: `Note` and `Author` have one plural, `authors`. Rename one.",
    ),
    (
        "    owned: true",
        "    plural: note\n    owned: true",
        "12:13: The plural of `Note` is like the singular. Write another: `plural: note_list`.",
    ),
    (
        "    owned: true",
        "    plural: docs\n    owned: true",
        "12:13: `docs` is a part of every project. Write another: `plural: shop_docs`.",
    ),
    (
        "    owned: true",
        "    plural: users\n    owned: true",
        "12:13: `users` is the table of accounts. Write another: `plural: shop_users`.",
    ),
    (
        "  Note:",
        "  Base: str\n  Note:",
        "11:9: `Base` is `str`; it should be a mapping with keys such as `about` and `plural`.",
    ),
    (
        "  Note:",
        "  Base: {access: {read: anyone}}\n  Note:",
        "11:3: `Base` has no fields. Add `fields:`.",
    ),
    (
        "  Note:",
        "  Base: {fields: {a: str}}\n  Note:",
        (
            "11:3: `access` is missing: Who may do what; what is not said, nobody may. Add "
            "`access: …`."
        ),
    ),
    (
        "  Note:",
        "  Base: {fields: {a: str}, access: {read: nobody}}\n  Note:",
        "11:28: Nobody may do anything with `Base`. Say who may: `read: anyone`.",
    ),
    (
        "write: editor",
        "write: edtor",
        "9:35: `edtor` is no role and no word of a rule. Write `editor`.",
    ),
    (
        "write: editor",
        "write: admin | everybody",
        "9:43: `everybody` is no role and no word of a rule. Write `anyone`.",
    ),
    (
        "write: editor",
        "write: editor | nobody",
        "9:35: `nobody` is joined with others. Take `nobody` or the others out.",
    ),
    (
        "write: editor",
        "write: editor |",
        (
            "9:43: A rule lacks a word here. Choose from `anyone`, "
            "`signed in`, `owner`, `nobody`, `member`, `reader`, `editor`, `admin`."
        ),
    ),
    (
        "write: editor",
        "create: owner",
        (
            "9:36: Nobody can meet `owner`: rows of `Author` have no owner. "
            "Write `owned: true` for `Author`."
        ),
    ),
    ("write: editor", "wrte: editor", "9:28: `wrte` is not a key of access rules. Write `write`."),
    (
        "create: signed in",
        "create: anyone",
        "15:43: Strangers cannot own a row of `Note`. Write `signed in`, or take `owned` out.",
    ),
    (
        "delete: owner | admin",
        "delete: editor",
        (
            "15:77: `editor` may change what `editor` may not read, and so cannot find. "
            "Write `read: owner | admin | editor`."
        ),
    ),
    (
        "read: owner | admin, ",
        "list: admin, ",
        (
            "15:54: `owner` may change what `owner` may not read, and so cannot find. "
            "Write `read: owner`."
        ),
    ),
    (
        "access: {read: anyone, write: editor}",
        "access: {list: anyone, create: editor}",
        (
            "13:46: Nobody may read `Author`, so nobody could say which one. "
            "Say who may: `Author: {access: {read: …}}`."
        ),
    ),
    ("[[author, owner]]", "[[author, onwer]]", "14:23: `onwer` is no field. Write `owner`."),
    (
        "[[author, owner]]",
        "[[author]]",
        (
            "14:14: A group has one field or none. "
            "Name two or more, or write `unique` behind the field."
        ),
    ),
    ("[[author, owner]]", "[[author, author]]", "14:23: `author` stands here twice. Take one out."),
    (
        "[[author, owner]]",
        "[[author, owner], [owner, author]]",
        "14:5: A group stands here twice. Take one out.",
    ),
    ("[[author, owner]]", "[author]", "14:14: This is `author`; it should be a list of names."),
    ("filter: [born]", "filter: [bron]", "10:21: `bron` is no field. Write `born`."),
    (
        "filter: [born]",
        "filter: [secret]",
        "10:21: `secret` is write-only; a filter would tell it. Take it out.",
    ),
    ("filter: [born]", "filter: [born, born]", "10:27: `born` stands here twice. Take it out."),
    ("[eq, in]", "[eq, in_]", "16:34: `in_` is no filter for `reference`. Write `in`."),
    ("[eq, in]", "[eq, equals]", "16:34: `equals` is no filter for `reference`. Write `eq`."),
    (
        "[eq, in]",
        "[gte]",
        "16:30: `gte` is no filter for `reference`. Choose from `eq`, `ne`, `in`.",
    ),
    ("[eq, in]", "[is_null]", "16:30: `author` is never null. Choose from `eq`, `ne`, `in`."),
    ("[eq, in]", "[]", "16:21: `author` has no operators. Choose from `eq`, `ne`, `in`."),
    (
        "sort: [name]",
        "sort: [-name]",
        "10:35: `-name` is no field. Write `name`: callers choose the direction.",
    ),
    ("sort: [name]", "sort: [bio]", "10:35: `text` has no order to sort by. Take it out."),
    (
        "sort: [name]",
        "sort: [secret]",
        "10:35: `secret` is write-only; an order would tell it. Take it out.",
    ),
    (
        "20..100",
        "200..100",
        (
            "16:58: A page of 200 rows is not between 1 and 100. "
            "Write the usual size first: `20..100`."
        ),
    ),
    ("20..100", "20..5000", "16:58: A page of 5000 rows is more than 1000. Write `20..1000`."),
    ("20..100", "many", "16:58: `many` is no range of page sizes. Write `20..100`."),
    ("cursor: true", "curser: true", "16:67: `curser` is not a key of a list. Write `cursor`."),
    (
        "  Note:",
        "  User: {fields: {email: email}, access: {read: admin}}\n  Note:",
        "11:19: `email` is built into every account. Write another, such as `user_email`.",
    ),
    (
        "  Note:",
        "  User: {access: {read: anyone, write: editor}}\n  Note:",
        "11:40: Who may add or change accounts can make themselves `admin`. Write `admin`.",
    ),
    (
        "  Note:",
        "  User: {access: {read: owner}}\n  Note:",
        (
            "11:25: Nobody can meet `owner`: rows of `User` have no owner. "
            "Take it out; people reach their own account at `/users/me`."
        ),
    ),
    (
        "  Note:",
        "  User: {owned: true, access: {read: admin}}\n  Note:",
        (
            "11:17: An account belongs to itself. "
            "Take `owned` out; people reach their own account at `/users/me`."
        ),
    ),
    (
        "  Note:",
        "  User: {plural: persons, access: {read: admin}}\n  Note:",
        "11:18: The plural of `User` is `users`. Take `plural` out.",
    ),
    (
        "[[author, owner]]",
        "[[text, kind], [author, bio]]",
        (
            "14:37: `bio` is no field. Choose from `created_at`, `updated_at`, `owner`, `text`, "
            "`kind`, `author`."
        ),
    ),
]


@pytest.mark.parametrize(("old", "new", "mistake"), CHANGES)
def test_a_mistake_in_a_page_is_found_where_it_stands(
    old: str, new: str, mistake: str, mistakes: Callable[[str], tuple[Mistake, ...]]
) -> None:
    assert SHOP.count(old) == 1
    found = [
        f"{each.line}:{each.column}: {each.what} {each.help}".strip()
        for each in mistakes(SHOP.replace(old, new))
    ]
    assert mistake in found


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("auth:", "atuh:"),
        ("roles:", "rols:"),
        ("resources:", "resorces:"),
        ("    access: {read: anyone", "    acces: {read: anyone"),
        ("    owned:", "    onwed:"),
        ("sign_up:", "signup:"),
    ],
)
def test_a_misspelled_key_is_one_mistake(
    right: str, wrong: str, mistakes: Callable[[str], tuple[Mistake, ...]]
) -> None:
    (found,) = mistakes(SHOP.replace(right, wrong, 1))
    assert found.help == f"Write `{right.strip().partition(':')[0]}`."


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        *[(word, "anyone") for word in ("anybody", "Everyone", "everybody", "public", "all")],
        *[(word, "signed in") for word in ("authenticated", "logged_in", "signed-in", "users")],
        *[("no one", "nobody"), ("Owners", "owner"), ("readers", "reader"), ("admins", "admin")],
    ],
)
def test_a_rule_in_other_words_is_told_the_right_one(
    word: str, meant: str, mistakes: Callable[[str], tuple[Mistake, ...]]
) -> None:
    (found,) = mistakes(SHOP.replace("create: signed in", f"create: {word}"))
    assert found.help == f"Write `{meant}`."


GROUPS = {
    "unique: [[text, author]]": "`text` cannot be unique. Take it out.",
    "unique: [[long, other]]": "`long`, `other` together are too long for an index. Shorten one.",
    "list: {filter: [data]}": "`json` has no filters. Take it out.",
    "roles: {}": "`roles` is not a key of a resource.",
    f"about: [{', '.join('a' * 1001)}]": "`about` is a list; it should be a text.",
    f"unique: [{', '.join(['[a, b]'] * 1001)}]": (
        "`unique` has more than 1,000 entries. Describe one backend."
    ),
}


@pytest.mark.parametrize("line", GROUPS)
def test_a_mistake_in_a_resource_says_what_to_do(
    line: str, mistakes: Callable[[str], tuple[Mistake, ...]]
) -> None:
    more = "    fields: {text: text, long: str 400, other: str 400, data: json, author: Author}\n"
    page = f"{SHOP}  Extra:\n    access: {{read: anyone}}\n{more}    {line}\n"
    (found,) = mistakes(page)
    assert f"{found.what} {found.help}".startswith(GROUPS[line])
    assert found.line == page.count("\n")


def test_sign_up_may_be_closed_where_somebody_manages_users(
    mistakes: Callable[[str], tuple[Mistake, ...]],
) -> None:
    users = "  User: {access: {read: admin, create: admin}}\n"
    assert mistakes(SHOP.replace("sign_up: open", "sign_up: closed") + users) == ()
