"""Who made and changed a row, and the history of its changes, as grown code says it."""

import re

from apiwright.blueprint.model import Blueprint, Resource
from apiwright.build.grow.exemplar import domain_source
from apiwright.build.grow.regions import held

HISTORY_IMPORTS = ("from keel.data import Audited, History, OwnedHistory",)
ROUTE_IMPORTS = ("from keel.data import Change, PageQuery, changes_of",)


def audited(text: str, resource: Resource) -> str:
    """A model that says who made a row and who changed it last, if the resource does."""
    if not resource.audited:
        return text
    return re.sub(r"\b(Owned, )?Model, table", r"Audited, \1Model, table", text, count=1)


def history_class(blueprint: Blueprint, resource: Resource) -> str:
    """The class of the table that keeps what changed, as the exemplar's comments have it."""
    if not resource.has_history:
        return ""
    text = held(domain_source("exemplar/comments/models.py", blueprint, resource), "history")
    text = text if resource.owned else text.replace("(OwnedHistory,", "(History,")
    hidden = tuple(field.column for field in resource.fields if field.write_only or field.is_file)
    return f"\n\n{text}\n" + (f"    write_only = {hidden!r}\n" if hidden else "")


def history_line(resource: Resource) -> str:
    """What the repository says of the history."""
    return f"history = {resource.history_model}" if resource.has_history else ""


def history_route(blueprint: Blueprint, resource: Resource) -> str:
    """The endpoint, as the exemplar's comments have it; nothing if there is none."""
    if not resource.history:
        return ""
    text = held(domain_source("exemplar/comments/routes.py", blueprint, resource), "history")
    return text.replace(f'"{resource.path}/{{', '"/{')
