"""An app: its guards, its health, its docs, and how it starts and ends."""

import base64
import hashlib
import re
import subprocess
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from fastapi import APIRouter, FastAPI
from fastapi.testclient import TestClient
from keel.access import anyone
from keel.auth import allow
from keel.openapi.assets import DIGESTS, SCRIPT, VERSION

if TYPE_CHECKING:
    from keel.data import Database

Calling = Callable[..., TestClient]
Making = Callable[..., FastAPI]

SWAGGER_UI = f"/docs/{VERSION}/{SCRIPT}"


def forgotten() -> APIRouter:
    router = APIRouter(prefix="/forgotten")

    @router.get("")
    async def read() -> None: ...

    @router.api_route("/{id}", methods=["PUT", "DELETE"])
    async def change(id: int) -> None: ...  # noqa: A002

    @router.get("/said", dependencies=[allow(anyone)])
    async def said() -> None: ...

    return router


def test_an_app_with_unguarded_operations_does_not_start_and_names_each(calling: Calling) -> None:
    with pytest.raises(RuntimeError) as refused, calling(forgotten()):
        pass
    assert str(refused.value).splitlines()[1:-1] == [
        "  GET /forgotten",
        "  DELETE /forgotten/{id}",
        "  PUT /forgotten/{id}",
    ]


def test_unguarded_operations_that_come_later_stop_the_start(making: Making) -> None:
    app = making()
    app.include_router(forgotten())
    with pytest.raises(RuntimeError, match="GET /forgotten"), TestClient(app):
        pass


def test_a_guard_may_stand_at_the_router(calling: Calling) -> None:
    router = APIRouter(prefix="/open", dependencies=[allow(anyone)])

    @router.get("")
    async def read() -> str:
        return "in"

    outer = APIRouter(prefix="/v1")
    outer.include_router(router)
    assert calling(outer).get("/v1/open").json() == "in"


def test_the_database_is_open_while_the_app_runs(making: Making) -> None:
    app = making()
    with TestClient(app):
        database: Database = app.state.database
        pool = database.engine.pool
    assert database.engine.pool is not pool  # closing an engine leaves an empty pool behind


def test_settings_and_accounts_are_within_reach(making: Making) -> None:
    state = making(access_token_s=60).state
    assert state.settings.access_token_s == 60
    assert state.user is None


def test_docs_may_run_their_own_script_and_nothing_else(client: TestClient) -> None:
    page = client.get("/docs")
    script = re.search(r"<script>(.*?)</script>", page.text, re.DOTALL)
    assert script
    digest = base64.b64encode(hashlib.sha256(script[1].encode()).digest()).decode()
    policy = page.headers["content-security-policy"]
    assert f"'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "//" not in policy


@pytest.mark.parametrize("accepted", ["gzip", "identity"])
def test_docs_bring_swagger_ui_as_it_was_published(client: TestClient, accepted: str) -> None:
    page = client.get("/docs").text
    addresses: list[str] = re.findall(r'(?:src|href)="(docs/[^"]+)"', page)
    found = {}
    for address in addresses:
        file = client.get(f"/{address}", headers={"accept-encoding": accepted})
        assert file.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert file.headers.get("content-encoding", "identity") == accepted
        found[address.rpartition("/")[2]] = hashlib.sha256(file.content).hexdigest()
    assert found == DIGESTS


@pytest.mark.parametrize("path", ["/docs/0.0.0/swagger-ui.css", "/docs/5.35.0/%2e%2e", "/docs/x/y"])
def test_docs_have_no_other_files(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_docs_find_their_document(client: TestClient) -> None:
    assert "url: 'openapi.json'" in client.get("/docs").text
    assert client.get("/openapi.json").json()["openapi"]


@pytest.mark.parametrize("path", ["/docs", SWAGGER_UI, "/openapi.json", "/redoc"])
def test_docs_can_be_off(calling: Calling, path: str) -> None:
    assert calling(docs=False).get(path).status_code == 404


@pytest.mark.parametrize("module", ["keel", "keel.access", "keel.problems", "keel.settings"])
def test_what_needs_no_web_framework_loads_none(module: str) -> None:
    code = f"import sys, {module}; sys.exit('fastapi' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
