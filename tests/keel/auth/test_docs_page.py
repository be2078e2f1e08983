"""The docs page in a real browser: it signs in, calls what needs it, and asks no other host."""

import os
import shutil
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from people import PASSWORD, People
from playwright.sync_api import Page, expect, sync_playwright

from tests.serving import serving

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine"),
]


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """One database is enough: the page knows of none."""
    return sqlite_url


@pytest.fixture
def address(app: FastAPI) -> Iterator[str]:
    """Where a backend runs in which ada has an account."""
    with TestClient(app) as client:
        assert People(app, client).sign_up().status_code == 201
    with serving(app) as server:
        yield f"http://127.0.0.1:{server.address[1]}"


@pytest.fixture
def page(address: str) -> Iterator[Page]:
    # Chromium's own sandbox refuses to run as root, as in containers.
    options = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        yield browser.new_page(base_url=address)
        browser.close()


def test_authorize_signs_in_and_calls_what_needs_it(page: Page, address: str) -> None:
    asked: list[str] = []
    refused: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda line: refused.append(line.text) if line.type == "error" else None)
    page.goto("/docs")
    page.get_by_role("button", name="Authorize", exact=True).click()
    page.locator("#oauth_username").fill("ada@example.com")
    page.locator("#oauth_password").fill(PASSWORD)
    page.get_by_role("button", name="Apply given OAuth2 credentials").click()
    page.get_by_role("button", name="Remove authorization").wait_for()
    page.get_by_role("button", name="Close").first.click()

    operation = page.locator("#operations-users-read_me")
    operation.locator(".opblock-summary-control").click()
    operation.get_by_role("button", name="Try it out").click()
    operation.get_by_role("button", name="Execute").click()
    answer = operation.locator(".live-responses-table")
    expect(answer.locator(".response .response-col_status").first).to_contain_text("200")
    expect(answer).to_contain_text("ada@example.com")

    others = [url for url in asked if not url.startswith((f"{address}/", "data:"))]
    assert others == []
    assert refused == []  # the page's policy stops nothing that it wants
