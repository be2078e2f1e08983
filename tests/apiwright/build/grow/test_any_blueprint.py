"""Whatever a blueprint calls things and says of them, what grows is code that works."""

import ast
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from apiwright.blueprint.model import Blueprint
from apiwright.blueprint.read import read_blueprint
from apiwright.build.grow import grow
from apiwright.plan.contract import endpoints
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from tests.apiwright.build.any_page import read_any

BACKENDS = ["Hot Topics", "Topic", "Notes", "Users API", "Exemplars", "A", "Book"]
NOUNS = "Topic Note Exemplar HotTopic Profile SignUp HTTPServer Type Part Word Answer BookRead News"
FIELDS = """
    type format hash input field status model none warning exception choices l i o uuid note
    shape title book_title note_input token secret value_error token_type topics self2 owners page
"""
TYPES = [
    *("str", "str? 1..20, search", "str 1..40, unique", "str?, index = x", "str, write-only"),
    *("text", "text? ..50, search", "int", "int 0..9000000000 = 5", "int? ..-1", "int?, read-only"),
    *("float?", "float 0..1 = 0.5", "bool = true", "decimal(10,2) 0..", "decimal(5,4) = 0.25"),
    *("date", "date = 0001-01-01", "datetime, index", "datetime = 9999-12-31T23:59:59Z"),
    *("uuid", "uuid, unique", "email", "email = Desk@Example.com", "url?", "json", "json?"),
    *("time 06:00.. = 09:30", "time?", "duration", "duration PT5M.. = P1DT1.5S", "country, index"),
    *("language?", "currency = EUR", "[str 1..3]", '[none | True] ..2 = ["none"]', "[date]? 1.."),
    *("money? 0..", "money(9,3)", "coordinates", "coordinates?, read-only", "[email], write-only"),
    *("datetime = now", "date?, read-only = today", "uuid, unique = new"),
    *("none | class | mro | True", "pass | token | l = token", """str = it's "{x}" \\ 🦊"""),
    {
        "type": "str",
        "matches": r"""^(?:[a-z0-9]+(?:-[a-z0-9]+)*|a "long" alternative|'another' \\ one)$""",
    },
    {"type": "json", "example": {"a": ["lorem ipsum dolor sit amet " * 5, None, 1.5]}},
]
FILES = ["file?, image/png", "file? ..1GB, text/html | application/pdf | image/svg+xml"]
WORDS = [
    *("'", '"', '"""', "\\", "{}", "{x}", "{{ name }}", "%s", "🦊", "日本語", "\u200b", "e\u0301"),
    *("# grow: about", "# end", "Args:", "note", "topic", "exemplar", "a", "This", "x" * 60, "."),
]
RULES = [
    {"read": "anyone"},
    {"read": "anyone", "write": "admin"},
    {"list": "admin", "read": "signed in", "create": "signed in", "delete": "admin"},
]
OWNED = [*RULES[:1], {"read": "owner | admin", "write": "owner"}]
RUN = """
import importlib, json, sys, warnings
warnings.simplefilter("error")
api = importlib.import_module(sys.argv[1] + ".main").app.openapi()
found = [
    [f"{method.upper()} {path}", operation["operationId"]]
    for path, methods in api["paths"].items()
    for method, operation in methods.items()
]
print(json.dumps([found, [*api["components"]["schemas"]]]))
"""

texts = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)


def some(words: str, most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(words.split()), min_size=1, max_size=most, unique=True)


@st.composite
def fields(draw: st.DrawFn, targets: list[str], *, files: bool = False) -> dict[str, Any]:
    own = [*TYPES, *FILES] if files else TYPES
    types = st.sampled_from([*own, *(f"{target}?, on delete cascade" for target in targets)])
    made = {name: draw(types) for name in draw(some(FIELDS, 8))}
    about = draw(texts)
    return {
        name: {**(said if isinstance(said, dict) else {"type": said}), "about": about}
        for name, said in made.items()
    }


@st.composite
def resources(draw: st.DrawFn, *, has_accounts: bool) -> dict[str, Any]:
    nouns = draw(some(NOUNS, 4))
    made: dict[str, Any] = {}
    for noun in nouns:
        owned = has_accounts and draw(st.booleans())
        rules = OWNED if owned else RULES if has_accounts else RULES[:1]
        access = draw(st.sampled_from(rules))
        made[noun] = {
            "about": draw(texts),
            "owned": owned,
            "audit": has_accounts and draw(st.booleans()),
            "history": has_accounts and draw(st.booleans()),
            "fields": draw(fields(nouns, files="write" in access)),
            "access": access,
            "list": {"cursor": draw(st.booleans()), "sort": ["updated_at"]},
        }
        if "write" in made[noun]["access"]:
            made[noun]["bulk"] = draw(some("create update delete", 3))
        if draw(st.booleans()):
            made[noun]["fields"] |= {"some_others": [draw(st.sampled_from(nouns))]}
            made[noun]["include"] = ["some_others"]
    if has_accounts:
        made["Pass"] = {
            "about": draw(texts),
            "singleton": True,
            "fields": {"note": {"type": "str?", "about": draw(texts)}},
            "access": {"read": "owner", "update": "owner"},
        }
        made["User"] = {"fields": draw(fields(nouns)), "access": {"read": "admin"}}
    return made


@st.composite
def older(draw: st.DrawFn, made: dict[str, Any]) -> dict[str, Any]:
    """How an older version has some resources: every name is another, but of what is included."""
    shapes: dict[str, Any] = {}
    for noun in sorted(made.keys() - {"User"}):
        said = {k: v for k, v in made[noun]["fields"].items() if isinstance(v, dict)}
        names = [k for k, v in said.items() if not v["type"].startswith(("money", "coordinates"))]
        endings = st.sampled_from(["then", "format", "name"])
        was = {name: f"{name}_{draw(endings)}" for name in names}
        if was and draw(st.booleans()):
            shapes[noun] = {"was": was}
    return shapes


@st.composite
def pages(draw: st.DrawFn) -> Blueprint:
    """A blueprint, without what its page could not have beside the rest."""
    page: dict[str, Any] = {"backend": draw(st.sampled_from(BACKENDS)), "about": draw(texts)}
    if has_accounts := draw(st.booleans()):
        methods = draw(st.sampled_from([["password"], ["api_key", "password"]]))
        page["auth"] = {"sign_up": "open", "methods": methods}
        page["roles"] = ["pass", "mro", "admin"]
    page["resources"] = draw(resources(has_accounts=has_accounts))
    if draw(st.booleans()):
        page |= {"api": "v2", "versions": {"v1": {"resources": draw(older(page["resources"]))}}}
    blueprint = read_any(page)
    assume(blueprint)
    assert blueprint
    return blueprint


@pytest.mark.slow
@settings(
    max_examples=12,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(pages())
def test_what_grows_is_code_that_works(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, blueprint: Blueprint
) -> None:
    root = tmp_path_factory.mktemp("grown")
    for path, content in grow(blueprint).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
        if path.suffix == ".py":
            ast.parse(content)
    for command in ("check", "format --check"):
        run(root, "-m", "ruff", *command.split(), "--no-cache", ".")
    monkeypatch.setenv("SECRET_KEY", "k9" * 30)
    served, schemas = json.loads(run(root, "-c", RUN, blueprint.package))
    assert {tuple(each) for each in served} == {
        (str(endpoint), endpoint.name) for endpoint in endpoints(blueprint)
    }
    assert [name for name in schemas if "__" in name] == [], "two schemas have one name"


def run(root: Path, *arguments: str) -> str:
    """What Python prints when it runs with these arguments."""
    ran = subprocess.run(
        [sys.executable, *arguments], cwd=root, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


LONGEST = """
backend: The Longest Name That A Backend May Have
auth: {sign_up: open}
resources:
  AnEntirelyLongNameOfThat:
    owned: true
    audit: true
    history: true
    fields:
      as_long_a_name_as_a_field_may_get_at_all: str 1..120, unique, search
      an_enum_of_rather_long_name: the-longest-word-that-a-choice-may-be-ok | b
      as_long_a_name_as_a_reference_may_get_at: TheNextThingThatIsAsLong
    access: {read: anyone, write: owner}
    list:
      filter: [as_long_a_name_as_a_field_may_get_at_all, an_enum_of_rather_long_name]
      sort: [as_long_a_name_as_a_field_may_get_at_all, an_enum_of_rather_long_name]
    bulk: [create, update, delete]
  AnOwnLongNameOfThatSort:
    singleton: true
    fields:
      as_long_a_name_as_a_field_may_get_at_all: str 1..120 = nothing
      an_enum_of_rather_long_name: the-longest-word-that-a-choice-may-be-ok | b = b
      as_long_a_name_as_a_reference_may_get_at: TheNextThingThatIsAsLong?
    access: {read: owner, update: owner}
  TheNextThingThatIsAsLong:
    plural: things_that_come_after_and_are_x
    fields: {name: str}
    access: {read: anyone, write: admin}
"""


def test_the_longest_names_make_no_line_too_long() -> None:
    grown = grow(read_blueprint(LONGEST))
    package = [content for path, content in grown.items() if path.parts[0].startswith("the_")]
    lines = [line for content in package for line in content.decode().splitlines()]
    assert [line for line in lines if len(line) > 100] == []


def test_the_longest_names_leave_tests_that_lint(tmp_path: Path) -> None:
    for path, content in grow(read_blueprint(LONGEST)).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    for command in ("check", "format --check"):
        run(tmp_path, "-m", "ruff", *command.split(), "--no-cache", "tests")
