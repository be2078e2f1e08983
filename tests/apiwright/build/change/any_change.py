"""Any change of a page."""

import json
from collections.abc import Callable
from copy import deepcopy

from tests.apiwright.build.any_page.access import RULES
from tests.apiwright.build.any_page.chance import Chance, Page
from tests.apiwright.build.any_page.left import read_any

NEW_FIELDS = ("str? ..40", "int = 3", "date?", "bool = true", "thin | thick = thin", "[str 1..9]?")
NEW_NOUN = "Parcel"
SWITCHES = ("audit", "history", "soft_delete", "owned")


def change(chance: Chance, page: Page) -> Page:
    """A page after something in it changed, without what is wrong then; no resource may be left."""
    changed = deepcopy(page)
    chance.one(*CHANGES)(chance, changed["resources"])
    read_any(changed)
    return changed


def text_of(page: Page) -> str:
    """A page as it is written: each of its words on a line, so that lines can be told apart."""
    return json.dumps(page, indent=1)


def with_field(page: Page, noun: str) -> Page:
    """A page whose resource has a field more."""
    changed = deepcopy(page)
    changed["resources"][noun].setdefault("fields", {})["extra"] = "date?"
    return changed


def _add_field(chance: Chance, resources: Page) -> None:
    fields = resources[_any_noun(chance, resources)].setdefault("fields", {})
    fields["extra"] = chance.one(*NEW_FIELDS)


def _drop_field(chance: Chance, resources: Page) -> None:
    fields = resources[_any_noun(chance, resources)].get("fields")
    if fields:
        del fields[chance.one(*fields)]


def _rename_field(chance: Chance, resources: Page) -> None:
    fields = resources[_any_noun(chance, resources)].get("fields", {})
    plain = [name for name, said in fields.items() if isinstance(said, str) and _may_be_named(said)]
    if plain:
        name = chance.one(*plain)
        fields[f"{name}_now"] = f"{fields.pop(name)}, was {name}"


def _may_be_named(said: str) -> bool:
    return not {*"=[>"} & {*said} and " of " not in said


def _add_resource(chance: Chance, resources: Page) -> None:
    resources[NEW_NOUN] = {
        "fields": {"label": "str 1..40", "weight": "int 0..9 = 1"},
        "access": {"read": chance.one("anyone", "signed in"), "write": "admin"},
    }


def _rename_resource(chance: Chance, resources: Page) -> None:
    noun = _any_noun(chance, resources)
    if noun not in {"User", "Settings"}:
        resources[NEW_NOUN] = resources.pop(noun) | {"was": noun}


def _drop_resource(chance: Chance, resources: Page) -> None:
    if len(resources) > 1:
        del resources[_any_noun(chance, resources)]


def _change_access(chance: Chance, resources: Page) -> None:
    access = resources[_any_noun(chance, resources)].setdefault("access", {})
    access[chance.one("read", "create", "update", "delete")] = chance.one(*RULES)


def _switch(chance: Chance, resources: Page) -> None:
    resource = resources[_any_noun(chance, resources)]
    switch = chance.one(*SWITCHES)
    resource[switch] = not resource.get(switch, False)


def _filter(chance: Chance, resources: Page) -> None:
    resource = resources[_any_noun(chance, resources)]
    names = [*resource.get("fields", {})]
    resource["list"] = {"filter": chance.upto(names, 2), "sort": chance.upto(names, 1)}


def _any_noun(chance: Chance, resources: Page) -> str:
    return chance.one(*resources)


CHANGES: tuple[Callable[[Chance, Page], None], ...] = (
    _add_field,
    _drop_field,
    _rename_field,
    _add_resource,
    _rename_resource,
    _drop_resource,
    _change_access,
    _switch,
    _filter,
)
