"""Actions do what their resource can do, and every arrow between states has one that goes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint import reserved
from apiwright.blueprint.access.row_terms import read_term
from apiwright.blueprint.access.rules import ANYONE
from apiwright.blueprint.checks.acting import check_body, check_needs, check_sets
from apiwright.blueprint.checks.forms import ACTION, check_form
from apiwright.blueprint.checks.twins import refuse_twins
from apiwright.blueprint.page.spelling import correction, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.actions.action import Action, Move
    from apiwright.blueprint.model import Blueprint, Field, Resource
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

Arrow = tuple[str, str]


def check_actions(blueprint: Blueprint, report: Report) -> None:
    """Check the actions of every resource, and the arrows of its states."""
    for resource in blueprint.resources:
        path = ("resources", resource.name, "actions")
        for action in resource.actions:
            _check_action(action, resource, blueprint, (*path, action.name), report)
        for field in resource.fields:
            if field.arrows:
                _check_states(field, resource, report)
        if resource.is_account and resource.actions:
            what = "An account has no actions."
            report.add(path, what, "Give them to a resource that refers to it.", at_key=True)
    _check_names(blueprint, report)


def _check_names(blueprint: Blueprint, report: Report) -> None:
    """Check that no two actions have one function among all routes."""
    named = {
        ("resources", resource.name, "actions", action.name): action.function(resource)
        for resource in blueprint.resources
        for action in resource.actions
    }
    refuse_twins([(each, path) for path, each in named.items()], str, "function", report)


def _check_action(
    action: Action, resource: Resource, blueprint: Blueprint, path: Path, report: Report
) -> None:
    if check_form(ACTION, action.name, path, report) and (why := reserved.action(action.name)):
        advice = f"Write another, such as `{action.name}_{resource.noun}`."
        report.add(path, f"`{action.name}` {why}.", advice, at_key=True)
    if action.by is None and not report.is_wrong(*path, "by"):
        report.add(path, "Nobody may do this.", "Say who may: `by: …`.", at_key=True)
    if action.on_collection:
        _check_collection(action, blueprint, path, report)
    for move in action.moves:
        _check_move(move, resource, path, report)
    check_needs(action, resource, path, report)
    check_sets(action, resource, path, report)
    check_body(action, resource, path, report)
    _check_caller(action, path, report)
    _check_answer(action, blueprint, path, report)


def _check_collection(action: Action, blueprint: Blueprint, path: Path, report: Report) -> None:
    for key, said in (("needs", action.needs), ("sets", action.sets), ("on", action.moves)):
        if said:
            what = "On the collection there is no row that could change."
            report.add((*path, key), what, "Take it out, or take `on` out.", at_key=True)
    if action.by and any(read_term(term) for term in {*action.by.terms} - {*blueprint.roles}):
        what = "On the collection there is no row that could belong to anybody."
        report.add((*path, "by"), what, "Write `signed in`, or take `on` out.")


def _check_move(move: Move, resource: Resource, path: Path, report: Report) -> None:
    field = resource.field(move.field)
    for state in dict.fromkeys((*move.sources, move.target)):
        if state not in field.choices:
            what = f"`{state}` is no state of `{field.name}`."
            report.add((*path, field.name), what, correction(state, field.choices))
    if report.is_wrong(*path, field.name):
        return
    for source in move.sources:
        if (source, move.target) not in field.arrows:
            what = f"`{source} -> {move.target}` is no arrow of `{field.name}`."
            known = listed(f"{here} -> {there}" for here, there in field.arrows)
            report.add((*path, field.name), what, f"Choose from {known}, or add it there.")


def _check_caller(action: Action, path: Path, report: Report) -> None:
    words = [each for each in action.sets if each.origin == "caller"]
    if words and action.by and ANYONE in action.by.terms:
        what = "Anyone may do this, also who has no account."
        report.add((*path, "sets", words[0].field), what, "Write `by: signed in`.")


def _check_answer(action: Action, blueprint: Blueprint, path: Path, report: Report) -> None:
    if action.returns is None or report.is_wrong(*path, "returns"):
        return
    known = [resource.name for resource in blueprint.resources]
    if action.returns not in known:
        what = f"`{action.returns}` is no resource."
        report.add((*path, "returns"), what, correction(action.returns, known))


def _check_states(field: Field, resource: Resource, report: Report) -> None:
    path: Path = ("resources", resource.name, "fields", field.name)
    if field.name in reserved.ACTION_KEYS:
        what = f"`{field.name}` is a key of actions, which could not move it."
        report.add(path, what, f"Write another name: `{field.name}_state`.", at_key=True)
    reached = {field.choices[0], *(there for _, there in field.arrows)}
    for index, state in enumerate(field.choices):
        if state not in reached:
            what = f"No arrow leads to `{state}`."
            advice = f"Write one: `{field.choices[0]} -> {state}`."
            report.add((*path, "values", index), what, advice)
    if not report.is_wrong("resources", resource.name, "actions"):
        _check_gone(field, resource, path, report)


def _check_gone(field: Field, resource: Resource, path: Path, report: Report) -> None:
    """Check that an action goes each arrow, for nothing else moves a row."""
    gone = set(_gone(field, resource))
    for here, there in field.arrows:
        if (here, there) not in gone:
            what = f"No action goes from `{here}` to `{there}`."
            action = f"`{{{field.name}: {here} -> {there}, by: …}}`"
            advice = f"Add one to `actions`, {action}, or take the arrow out."
            report.add(path, what, advice, at_key=True)


def _gone(field: Field, resource: Resource) -> Iterator[Arrow]:
    for action in resource.actions:
        for move in action.moves:
            if move.field == field.name:
                yield from ((source, move.target) for source in move.sources)
