"""How `alembic` reaches the tables and the database of this backend."""

from keel.data.migrations import run_migrations
from sqlmodel import SQLModel

from helpdesk.main import app

run_migrations(SQLModel.metadata, app.state.settings.database_url)
