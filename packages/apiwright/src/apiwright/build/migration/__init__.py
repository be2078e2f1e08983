"""Migrations: from what tables are to what they shall be, as an Alembic revision."""

from apiwright.build.migration.revision import file_name, migration, next_revision
from apiwright.build.migration.sql import sql

__all__ = ["file_name", "migration", "next_revision", "sql"]
