"""What the tests of a built project expect of an action."""

from apiwright.blueprint.actions.action import Setting
from apiwright.build.grow.actions.deed import Deed


def expected(deed: Deed) -> str:
    """An item of `actions`; nothing if the page says no more than who may do it."""
    said = {
        "moves": [f'"{move.field}": "{move}"' for move in deed.action.moves],
        "sets": [f'"{_column(each, deed)}": {_value(each, deed)}' for each in deed.action.sets],
        "refers": [f'"{field.column}": {field.target}' for field in deed.left if field.target],
    }
    told = [f"{name}={{{', '.join(items)}}}" for name, items in said.items() if items]
    if deed.needs:
        told.append(f"needs=({deed.needs})")
    items = ", ".join([f'"{deed.action.name}"', *told])
    return f"Action({items})," if told else ""


def expected_imports(deed: Deed) -> list[str]:
    """The models that it refers to."""
    package, nouns = deed.blueprint.package, deed.blueprint.nouns
    named = [field.target for field in deed.left if field.target]
    return [f"from {package}.{nouns(name)}.models import {name}" for name in named]


def _column(setting: Setting, deed: Deed) -> str:
    return deed.column(setting.field).name


def _value(setting: Setting, deed: Deed) -> str:
    if setting.origin:
        return "CALLER" if setting.origin == "caller" else "..."
    column = deed.column(setting.field)
    return repr(setting.value) if column.field.choices else column.source(setting.value)
