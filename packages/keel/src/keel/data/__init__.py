"""The data layer: models, schemas, transactions, repositories and services."""

from importlib import import_module
from typing import TYPE_CHECKING

from keel.data.computing.computed import Computed
from keel.data.database.engine import Database
from keel.data.database.session import Session, SnapshotSession, transaction
from keel.data.deletion.service import SoftDeleteService
from keel.data.deletion.soft_deleted import SoftDeleted, UniqueUndeleted
from keel.data.export import ExportResponse, FileFormat, exported
from keel.data.files.answer import FileAnswer
from keel.data.files.attached import put_stored_file, remove_stored_file
from keel.data.files.kind import FileFolder, FileKind
from keel.data.files.stored import FileColumn, FileLink, StoredFile
from keel.data.files.upload import FileUpload
from keel.data.model import Model, Owned, Pair, Singleton
from keel.data.overlap.rule import NoOverlap
from keel.data.queries.page_links import PageLinks
from keel.data.queries.pages import CursorPage, CursorQuery, Page, PageQuery
from keel.data.relations.included import Many, One, Only, Through
from keel.data.relations.including import Including
from keel.data.relations.tree import TreeService
from keel.data.repository import Repository
from keel.data.rules import AtMost, Compared
from keel.data.schemas import Input, Output
from keel.data.searching.searched import Searched
from keel.data.service import Service
from keel.data.singleton import SingletonService
from keel.data.together import Together
from keel.data.types.choices import choice
from keel.data.types.clock import now, today
from keel.data.types.codes import CountryCode, CurrencyCode, LanguageCode
from keel.data.types.ids import new_id
from keel.data.types.json_value import Json
from keel.data.types.lists import list_of
from keel.data.types.scalars import MAX_INT, Email, Ids, Timestamp, Url
from keel.data.types.times import AnyDuration, Duration, DurationColumn, TimeOfDay

if TYPE_CHECKING:
    from keel.data.audited import Audited
    from keel.data.history.model import History, OwnedHistory
    from keel.data.history.reading import Change, changes_of
    from keel.data.types.columns import JsonColumn

__all__ = [
    "MAX_INT",
    "AnyDuration",
    "AtMost",
    "Audited",
    "Change",
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
    "FileAnswer",
    "FileColumn",
    "FileFolder",
    "FileFormat",
    "FileKind",
    "FileLink",
    "FileUpload",
    "History",
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
    "OwnedHistory",
    "Page",
    "PageLinks",
    "PageQuery",
    "Pair",
    "Repository",
    "Searched",
    "Service",
    "Session",
    "Singleton",
    "SingletonService",
    "SnapshotSession",
    "SoftDeleteService",
    "SoftDeleted",
    "StoredFile",
    "Through",
    "TimeOfDay",
    "Timestamp",
    "Together",
    "TreeService",
    "UniqueUndeleted",
    "Url",
    "changes_of",
    "choice",
    "exported",
    "list_of",
    "new_id",
    "now",
    "put_stored_file",
    "remove_stored_file",
    "today",
    "transaction",
]


_LATE = {
    "Audited": "keel.data.audited",
    "Change": "keel.data.history.reading",
    "History": "keel.data.history.model",
    "JsonColumn": "keel.data.types.columns",
    "OwnedHistory": "keel.data.history.model",
    "changes_of": "keel.data.history.reading",
}
"""What is loaded when first asked for.

Without columns of JSON nobody waits for Postgres' dialect, and without a history for its models.
"""


def __getattr__(name: str) -> object:
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LATE[name]), name)
