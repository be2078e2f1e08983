"""Settings of backends that keep files."""

from pathlib import Path

from pydantic import Field, field_validator

from keel.settings.base import Settings


class SettingsWithFiles(Settings):
    """Settings of a backend that keeps files.

    Attributes:
        files_dir: The folder where files are kept, on a disk that lasts.
    """

    files_dir: Path = Field(
        default_factory=lambda known: Path("" if known["environment"] == "production" else ".files")
    )

    @field_validator("files_dir")
    @classmethod
    def _is_named(cls, path: Path) -> Path:
        if path == Path():
            raise ValueError(
                "It names no folder. Name one on a disk that lasts: FILES_DIR=/var/lib/shop/files"
            )
        return path
