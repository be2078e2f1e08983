"""Older versions of a page's interface."""

from tests.apiwright.build.any_page.chance import Chance, Page


def any_versions(chance: Chance, resources: Page) -> Page:
    """The version of today, and what one or two before it had otherwise."""
    names = ["v1", "v2"][: chance.number(1, 2)]
    return {
        "api": f"v{len(names) + 1}",
        "versions": {name: _any_version(chance, resources) for name in names},
    }


def _any_version(chance: Chance, resources: Page) -> Page:
    rows = {noun: said for noun, said in resources.items() if noun not in ("User", "Settings")}
    shapes = {noun: _any_shape(chance, said) for noun, said in rows.items()}
    ends = {"deprecated": "2026-12-31", "sunset": "2027-06-30"}
    return {"resources": chance.part_of(shapes, 0.6)} | chance.part_of(ends, 0.5)


def _any_shape(chance: Chance, said: Page) -> Page | str:
    """How a resource was: not there, or with some fields otherwise."""
    if chance.maybe(0.1):
        return "none"
    was = {name: f"{name}_then" for name in chance.some([*said["fields"]], 3)}
    without = [name for name in said["fields"] if name not in was and chance.maybe(0.2)]
    return {"was": was, "without": without}
