"""The small runtime that every built backend rests on."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from keel.app import create_app
    from keel.settings import Settings, SettingsWithFiles

__all__ = ["Settings", "SettingsWithFiles", "create_app"]


def __getattr__(name: str) -> Any:
    # Loaded when first asked for: `keel.access` alone needs no web framework.
    match name:
        case "create_app":
            from keel.app import create_app  # noqa: PLC0415

            return create_app
        case "Settings":
            from keel.settings import Settings  # noqa: PLC0415

            return Settings
        case "SettingsWithFiles":
            from keel.settings import SettingsWithFiles  # noqa: PLC0415

            return SettingsWithFiles
        case _:
            raise AttributeError(f"module 'keel' has no attribute {name!r}")
