"""Settings: what they read, and what they refuse."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from keel import Settings, SettingsWithFiles
from keel.settings import SettingsError

KEY = "Zt3vQ9mXr7Lk2Wc8Hb5Nf1Gd6Jp4Ys0TuAeRoIiUlMnBvCx"


@pytest.fixture
def env(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    def set_all(**values: str) -> None:
        for name, value in values.items():
            monkeypatch.setenv(name.upper(), value)

    set_all(database_url="sqlite://", secret_key=KEY)
    return set_all


def refusal(**values: object) -> str:
    with pytest.raises(SettingsError) as refused:
        Settings(**values)
    return str(refused.value)


def test_settings_come_from_the_environment(env: Callable[..., None]) -> None:
    env(access_token_s="60", cors_origins="https://a.example, https://b.example:8443")
    settings = Settings()
    assert settings.access_token_s == 60
    assert settings.cors_origins == ["https://a.example", "https://b.example:8443"]


def test_an_empty_variable_counts_as_not_set(env: Callable[..., None]) -> None:
    env(docs="", cors_origins="", log_format="")
    assert Settings().docs
    assert Settings().cors_origins == []


def test_docs_are_on_and_logs_are_for_eyes_outside_production(env: Callable[..., None]) -> None:
    env(environment="development")
    assert (Settings().docs, Settings().log_format) == (True, "console")


def test_docs_are_off_and_logs_are_json_in_production(env: Callable[..., None]) -> None:
    env(environment="production")
    assert (Settings().docs, Settings().log_format) == (False, "json")


def test_production_serves_docs_when_asked_to(env: Callable[..., None]) -> None:
    env(environment="production", docs="true")
    assert Settings().docs


def test_all_weak_values_of_production_are_named_at_once(env: Callable[..., None]) -> None:
    env(environment="production", secret_key="changeme" * 5, cors_origins="*", log_level="debug")
    lines = refusal().splitlines()
    assert [line.split(":")[0].strip() for line in lines] == [
        "error",
        "SECRET_KEY",
        "CORS_ORIGINS",
        "LOG_LEVEL",
    ]


@pytest.mark.parametrize(
    ("name", "value", "help_"),
    [
        ("secret_key", "short", "token_urlsafe(48)"),
        ("secret_key", "0123" * 20, "token_urlsafe(48)"),
        ("secret_key", "an-example-key-of-more-than-32-bytes", "token_urlsafe(48)"),
        ("cors_origins", "*", "CORS_ORIGINS=https://app.example.com"),
        ("cors_origins", "https://app.example.com/", "no slash at the end"),
        ("log_level", "debug", "LOG_LEVEL=info"),
    ],
)
def test_a_weak_value_is_refused_with_how_to_make_a_right_one(
    env: Callable[..., None], name: str, value: str, help_: str
) -> None:
    env(**{"environment": "production", name: value})
    message = refusal()
    assert name.upper() in message
    assert help_ in message


def test_files_are_kept_in_a_folder_of_the_project_outside_production(
    env: Callable[..., None],
) -> None:
    env(environment="development")
    assert SettingsWithFiles().files_dir == Path(".files")


def test_production_is_told_where_files_are_kept(env: Callable[..., None]) -> None:
    env(environment="production")
    with pytest.raises(SettingsError, match=r"FILES_DIR: It names no folder.*FILES_DIR=/var/lib"):
        SettingsWithFiles()
    assert SettingsWithFiles(files_dir="/srv/files").files_dir == Path("/srv/files")


def test_a_missing_key_is_refused_everywhere() -> None:
    assert "SECRET_KEY" in refusal(database_url="sqlite://")


def test_a_missing_database_is_named() -> None:
    assert "DATABASE_URL: It is not set." in refusal(secret_key=KEY)


@pytest.mark.parametrize("url", ["mysql://me:hunter2@db/x", "notes.sqlite", "postgres://db/x"])
def test_a_database_of_another_kind_is_refused_unshown(url: str) -> None:
    message = refusal(database_url=url, secret_key=KEY)
    assert "postgresql+asyncpg://user:password@host/name" in message
    assert url not in message


def test_one_bad_value_brings_no_complaint_about_what_depends_on_it() -> None:
    message = refusal(environment="staging", database_url="sqlite://", secret_key=KEY)
    assert len(message.splitlines()) == 2


@given(st.text(alphabet="ab", min_size=5, max_size=31))
def test_a_refused_key_is_not_shown(key: str) -> None:
    assert key not in refusal(database_url="sqlite://", secret_key=key)


def test_secrets_do_not_show_in_what_is_printed() -> None:
    settings = Settings(database_url="postgresql://me:hunter2@db/x", secret_key=KEY)
    assert KEY not in repr(settings)
    assert "hunter2" not in repr(settings)
