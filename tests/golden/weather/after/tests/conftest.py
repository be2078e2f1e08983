"""The kit of `keel.testing`, on this backend's app."""

import pytest

pytest_plugins = ["keel.testing.plugin"]


@pytest.fixture(scope="session")
def app_path() -> str:
    """Where the app is, as `uvicorn` takes it."""
    return "weather.main:app"
