"""Older versions: what of a project their clients get otherwise."""

from apiwright.build.grow.versions.files import older_files

__all__ = ["older_files"]
