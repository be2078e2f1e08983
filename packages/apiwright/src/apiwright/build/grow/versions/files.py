"""The files of every older version: what it is made of, its shapes, and their tests."""

from pathlib import PurePosixPath

from apiwright.blueprint.model import Blueprint, Resource
from apiwright.blueprint.versions.version import OlderVersion
from apiwright.build.grow.rename import Noun
from apiwright.build.grow.retirement import days
from apiwright.build.grow.versions.shape import shape_module
from apiwright.plan.older import changed_schemas, suffix

_TESTS = '''"""Every answer of {name} says when it ends, and its guards are those of today."""

from keel.testing import VersionTests

from {package}.{name} import {constant}


class Test{constant}(VersionTests):
    """What {name} has, what it does not have, and until when."""

    version = {constant}
'''
_SHAPE_TESTS = '''"""{many} of {name} are those of today, as its clients know them."""

from keel.testing import OlderTests

from {package}.{nouns}.{name} import SHAPE
from {package}.{nouns}.repository import {resource}Repository


class Test{pascal}{constant}(OlderTests):
    """The same rows, sent, shown, listed and refused by the names of then."""

    version = "{name}"
    shape = SHAPE
    repository = {resource}Repository
'''


def older_files(blueprint: Blueprint) -> dict[PurePosixPath, str]:
    """Every file that older versions bring."""
    files: dict[PurePosixPath, str] = {}
    for version in blueprint.versions:
        said = {"package": blueprint.package, "name": version.name, "constant": suffix(version)}
        shaped = _shaped(blueprint, version)
        files[PurePosixPath(blueprint.package, f"{version.name}.py")] = _module(
            blueprint, version, shaped
        )
        files[PurePosixPath("tests", f"test_{version.name}.py")] = _TESTS.format(**said)
        for each in shaped:
            path = PurePosixPath(blueprint.package, each.nouns, f"{version.name}.py")
            files[path] = shape_module(blueprint, version, each)
            tests = PurePosixPath("tests", each.nouns, f"test_{each.nouns}_{version.name}.py")
            noun = Noun(each.name, each.nouns)
            files[tests] = _SHAPE_TESTS.format(
                **said,
                many=noun.phrases[4],
                nouns=each.nouns,
                resource=each.name,
                pascal=noun.spellings[3],
            )
    return files


def _shaped(blueprint: Blueprint, version: OlderVersion) -> list[Resource]:
    """The resources of which some schema differs."""
    every = blueprint.resources
    return [each for each in every if [*changed_schemas(each, version.shape(each.name))]]


def _module(blueprint: Blueprint, version: OlderVersion, shaped: list[Resource]) -> str:
    package, name = blueprint.package, version.name
    absent = [each.nouns for each in blueprint.resources if version.shape(each.name).is_absent]
    said = [f'"{name}"', *days(version.terms)]
    if shaped:
        said.append(f"shapes=[{', '.join(each.nouns.upper() for each in shaped)}]")
    if absent:
        said.append(f"without=[{', '.join(f'{nouns}_router' for nouns in absent)}]")
    lines = [
        f'"""What clients of {name} get: the endpoints of today, in the shapes of then."""',
        "",
        "from datetime import date",
        "from keel.versions import OlderVersion",
        *(f"from {package}.{it.nouns}.{name} import SHAPE as {it.nouns.upper()}" for it in shaped),
        *(f"from {package}.{nouns}.routes import router as {nouns}_router" for nouns in absent),
        "",
        f"{suffix(version)} = OlderVersion({', '.join(said)},)",
    ]
    return "\n".join(lines) + "\n"
