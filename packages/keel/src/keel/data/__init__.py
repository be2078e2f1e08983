"""The data layer: models, schemas, transactions, repositories and services."""

from typing import TYPE_CHECKING

from keel.data.choices import choice
from keel.data.computed import Computed
from keel.data.engine import Database
from keel.data.ids import new_id
from keel.data.json_value import Json
from keel.data.links import PageLinks
from keel.data.model import Model, Owned, now
from keel.data.pages import CursorPage, CursorQuery, Page, PageQuery
from keel.data.repository import Repository
from keel.data.rules import AtMost, Compared, NoOverlap
from keel.data.schemas import Input, Output
from keel.data.service import Service
from keel.data.session import Session, transaction
from keel.data.terms import today
from keel.data.types import MAX_INT, Email, Timestamp, Url

if TYPE_CHECKING:
    from keel.data.columns import JsonColumn

__all__ = [
    "MAX_INT",
    "AtMost",
    "Compared",
    "Computed",
    "CursorPage",
    "CursorQuery",
    "Database",
    "Email",
    "Input",
    "Json",
    "JsonColumn",
    "Model",
    "NoOverlap",
    "Output",
    "Owned",
    "Page",
    "PageLinks",
    "PageQuery",
    "Repository",
    "Service",
    "Session",
    "Timestamp",
    "Url",
    "choice",
    "new_id",
    "now",
    "today",
    "transaction",
]


def __getattr__(name: str) -> object:
    if name != "JsonColumn":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    # Loaded when first asked for: without columns of JSON nobody waits for Postgres' dialect.
    from keel.data.columns import JsonColumn  # noqa: PLC0415

    return JsonColumn
