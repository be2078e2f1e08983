"""The data layer: models, schemas, transactions, repositories and services."""

from typing import TYPE_CHECKING

from keel.data.choices import choice
from keel.data.clock import now, today
from keel.data.codes import CountryCode, CurrencyCode, LanguageCode
from keel.data.computed import Computed
from keel.data.engine import Database
from keel.data.export import ExportResponse, FileFormat, exported
from keel.data.ids import new_id
from keel.data.included import Many, One, Only, Through
from keel.data.including import Including
from keel.data.json_value import Json
from keel.data.links import PageLinks
from keel.data.lists import list_of
from keel.data.model import Model, Owned, Pair
from keel.data.pages import CursorPage, CursorQuery, Page, PageQuery
from keel.data.repository import Repository
from keel.data.rules import AtMost, Compared, NoOverlap
from keel.data.schemas import Input, Output
from keel.data.service import Service
from keel.data.session import Session, SnapshotSession, transaction
from keel.data.times import AnyDuration, Duration, DurationColumn, TimeOfDay
from keel.data.together import Together
from keel.data.tree import TreeService
from keel.data.types import MAX_INT, Email, Ids, Timestamp, Url

if TYPE_CHECKING:
    from keel.data.columns import JsonColumn

__all__ = [
    "MAX_INT",
    "AnyDuration",
    "AtMost",
    "Compared",
    "Computed",
    "CountryCode",
    "CurrencyCode",
    "CursorPage",
    "CursorQuery",
    "Database",
    "Duration",
    "DurationColumn",
    "Email",
    "ExportResponse",
    "FileFormat",
    "Ids",
    "Including",
    "Input",
    "Json",
    "JsonColumn",
    "LanguageCode",
    "Many",
    "Model",
    "NoOverlap",
    "One",
    "Only",
    "Output",
    "Owned",
    "Page",
    "PageLinks",
    "PageQuery",
    "Pair",
    "Repository",
    "Service",
    "Session",
    "SnapshotSession",
    "Through",
    "TimeOfDay",
    "Timestamp",
    "Together",
    "TreeService",
    "Url",
    "choice",
    "exported",
    "list_of",
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
