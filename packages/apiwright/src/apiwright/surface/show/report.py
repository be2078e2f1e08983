"""The report after a plan was applied."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from rich.text import Text

from apiwright.plan.calls import calls
from apiwright.plan.endpoint import FILE, WITH_INCLUDES
from apiwright.plan.explain import NEW, Section, unwritten_rows
from apiwright.plan.older import suffix
from apiwright.surface.show.console import out
from apiwright.surface.show.sections import show_section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apiwright.blueprint.model import Blueprint
    from apiwright.plan.contract import Endpoint
    from apiwright.plan.explain import Row
    from apiwright.plan.plan import Plan


_OF_KEEL = frozenset({"auth", "health", ".well_known"})
_SCHEMAS_OF_KEEL = frozenset({"PasswordGiven", "TokenGiven"})


def show_report(plan: Plan) -> None:
    """Prints endpoints, models, new dependencies, example calls and tests."""
    if plan.blueprint is None:
        return
    changed = [change.after for change in plan.comparison.changed_endpoints]
    touched = [*plan.comparison.new_endpoints, *changed]
    sections = (
        Section("Endpoints", tuple(map(_endpoint, touched))),
        Section("Models", tuple(_models(touched, plan.blueprint))),
        Section("New dependencies", tuple((NEW, name) for name in plan.dependencies)),
        Section("Tests", tuple(_tests(plan))),
        Section("Yours to write", tuple(unwritten_rows(plan))),
    )
    for section in sections:
        if section.rows:
            show_section(section)
    if touched:
        _show_calls(plan.blueprint)


def _show_calls(blueprint: Blueprint) -> None:
    every = calls(blueprint)
    show_pasted("Try it", ((call.about, call.curl) for call in every))
    show_pasted("In Python", ((call.about, call.python) for call in every))


def show_pasted(title: str, commands: Iterable[tuple[str, str]]) -> None:
    """Prints commands to be pasted, whole and each under a comment that says what it is for."""
    out.print(Text(title, "bold"))
    for about, command in commands:
        out.print(Text(f"# {about}", "dim"))
        out.print(Text(command), soft_wrap=True)
    out.print()


def _endpoint(endpoint: Endpoint) -> Row:
    return str(endpoint), endpoint.access, endpoint.body or "", endpoint.answer


def _models(endpoints: list[Endpoint], blueprint: Blueprint) -> Iterator[Row]:
    """The schemas of each domain that stands in the project, by file."""
    older = {suffix(version): f"{version.name}.py" for version in blueprint.versions}
    models: dict[str, dict[str, None]] = defaultdict(dict)
    for endpoint in endpoints:
        names = (endpoint.body, (endpoint.returns or "").removesuffix("]").rpartition("[")[2])
        for name in filter(None, names):
            ending = next((each for each in older if name.endswith(each)), "")
            is_made = ending and WITH_INCLUDES in name  # by keel, of those that are written
            is_keels = endpoint.domain in _OF_KEEL or name in _SCHEMAS_OF_KEEL
            if name != FILE and not is_made and not is_keels:
                file = older.get(ending, "schemas.py")
                models[f"{blueprint.package}/{endpoint.domain}/{file}"][name] = None
    for path, schemas in models.items():
        yield path, ", ".join(schemas)


def _tests(plan: Plan) -> Iterator[Row]:
    for edit in plan.edits:
        if edit.path.parts[0] == "tests" and edit.path.name.startswith("test_"):
            yield edit.kind, str(edit.path)
