"""Migrations: from what tables are to what they shall be, as an Alembic revision."""

from apiwright.build.migration.revision import Revision, migration, next_revision
from apiwright.build.migration.sql import sql

__all__ = ["Revision", "migration", "next_revision", "sql"]
