"""Rows that are ready for an action, and that no rule refuses when it is done."""

from collections.abc import Mapping
from typing import Any

from keel.data.rules import compared
from keel.testing.action import Action
from keel.testing.scene import Scene


def ready(scene: Scene, action: Action, **values: Any) -> Any:
    """A row that is as an action needs it, but for `values`."""
    needed = {name: value for field in action.needs for name, value in scene.value(field).items()}
    states = {field: action.sources(field)[0] for field in action.moves}
    given = {**needed, **states, **values}
    return scene.row(**{**_in_order(scene, action, given), **given})


def _in_order(scene: Scene, action: Action, given: Mapping[str, Any]) -> dict[str, Any]:
    """Values of what rules compare, in order before the action and after it."""
    rules = compared(scene.resource.model)
    if not action.sets.keys() & {name for rule in rules for name in (rule.left, rule.right)}:
        return {}
    names = {name: None for rule in rules for name in (rule.left, rule.right)}
    usual: dict[str, Any] = {**{name: scene.value(name)[name] for name in names}, **given}
    kept = usual
    for settings in action.settings(scene.fields):
        kept = scene.fitted({**kept, **settings}, fixed={*given, *settings})
    before = {name: usual[name] for name in action.sets.keys() & names}
    fit = scene.fitted({**kept, **before}, fixed=kept.keys() - before.keys())
    return {name: fit[name] for name in names}
