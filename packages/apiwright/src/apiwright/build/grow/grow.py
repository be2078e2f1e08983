"""All files of a project."""

from pathlib import PurePosixPath

from apiwright.blueprint.model import Blueprint
from apiwright.build.grow.documents import documents
from apiwright.build.grow.domain import domain
from apiwright.build.grow.own.domain import own_domain
from apiwright.build.grow.own.tests import tests
from apiwright.build.grow.project import project
from apiwright.build.grow.pyproject import pyproject
from apiwright.build.grow.tidy import tidy
from apiwright.build.grow.users import users
from apiwright.build.grow.versions import older_files
from apiwright.plan.own import own_domains


def grow(blueprint: Blueprint) -> dict[PurePosixPath, bytes]:
    """Write every file that the blueprint decides: all but migrations, secrets and records."""
    files = project(blueprint) | {PurePosixPath("pyproject.toml"): pyproject(blueprint)}
    if blueprint.auth:
        files |= users(blueprint)
    for resource in blueprint.resources:
        if not resource.is_account:
            files |= domain(blueprint, resource)
    for nouns in own_domains(blueprint):
        files |= own_domain(blueprint, nouns)
    files |= tests(blueprint) | older_files(blueprint)
    return tidy(files | documents(blueprint))
