"""The data layer: models, schemas, transactions, repositories and services."""

from keel.data.columns import JsonColumn, choice
from keel.data.engine import Database
from keel.data.ids import new_id
from keel.data.json_value import Json
from keel.data.links import PageLinks
from keel.data.model import Model, Owned
from keel.data.pages import CursorPage, CursorQuery, Page, PageQuery
from keel.data.repository import Repository
from keel.data.schemas import Input, Output
from keel.data.service import Service
from keel.data.session import Session, transaction
from keel.data.types import MAX_INT, Email, Timestamp, Url

__all__ = [
    "MAX_INT",
    "CursorPage",
    "CursorQuery",
    "Database",
    "Email",
    "Input",
    "Json",
    "JsonColumn",
    "Model",
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
    "transaction",
]
