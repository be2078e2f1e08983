"""What a Postgres may lack: an embedded one comes without the modules beside it."""

import asyncio
import os

import pytest
from keel.testing.database import plain_engine
from sqlalchemy import text

_IS_THERE = text("SELECT count(*) FROM pg_available_extensions WHERE name = 'btree_gist'")


def need_btree_gist(url: str) -> None:
    """Skip a test on a Postgres without the extension, unless nothing shall be skipped."""
    if not url.startswith("postgres") or asyncio.run(_has_it(url)):
        return
    assert os.environ.get("REQUIRE_SERVICES") != "1", "Postgres lacks btree_gist"
    pytest.skip("this Postgres lacks the extension btree_gist")


async def _has_it(url: str) -> bool:
    engine = plain_engine(url)
    async with engine.connect() as connection:
        found: int = await connection.scalar(_IS_THERE) or 0
    await engine.dispose()
    return found > 0
