"""`v1.py` of a domain: its schemas as clients of an older version know them."""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from apiwright.blueprint.fields.lists import scalars
from apiwright.blueprint.fields.types import annotation
from apiwright.blueprint.model import Blueprint, Resource
from apiwright.blueprint.versions.then import reshaped
from apiwright.blueprint.versions.version import OlderShape, OlderVersion
from apiwright.build.grow.imports import with_imports
from apiwright.build.grow.rename import Noun
from apiwright.build.grow.schemas import schemas
from apiwright.build.grow.text import docstring
from apiwright.plan.older import changed_schemas, suffix


def shape_module(blueprint: Blueprint, version: OlderVersion, resource: Resource) -> str:
    """Grow it as the schemas of the resource as it was, of which those stay that differ."""
    shape = version.shape(resource.name)
    changed = list(changed_schemas(resource, shape))
    was = _members(resource, shape)
    text = schemas(replace(blueprint, endpoints=()), _then(resource, shape, changed))
    text = _only(text, {*changed}, {then: now for now, then in was.items()}, resource)
    text = _renamed(text, dict(_enums(resource, shape)))
    # A type that is called after a field makes way for keel's own.
    types = {"Shape": f"{resource.name}Shape"}
    text = _renamed(text, types | {name: f"{name}{suffix(version)}" for name in changed})
    about = _about(resource, version, shape)
    text = about + text[text.index('"""\n', 3) + 3 :]
    package = f"{blueprint.package}.{resource.nouns}"
    imports = (
        "from keel.versions import Shape",
        f"from {package}.routes import router",
        *(f"from {package}.schemas import {name}" for name in changed),
    )
    return with_imports(f"{text}\n\n{_shape(changed, was, suffix(version))}\n", imports)


def _then(resource: Resource, shape: OlderShape, changed: list[str]) -> Resource:
    """The resource as it was, with the actions whose bodies were otherwise."""
    then = reshaped(resource, shape)
    acts = tuple(each for each in then.actions if each.body_class(then) in changed)
    return replace(then, actions=acts)


def _members(resource: Resource, shape: OlderShape) -> dict[str, str]:
    """What members are called today and were called then."""
    parts = {part.name: part for part in resource.parts}
    return {parts[now].member: replace(parts[now], name=then).member for now, then in shape.was}


def _enums(resource: Resource, shape: OlderShape) -> Iterator[tuple[str, str]]:
    """The enums of fields that had another name: what they would be called, and are called."""
    then = reshaped(resource, shape)
    for now, was in shape.was:
        for field, _ in scalars([each for each in resource.fields if each.name == now], ()):
            if field.choices:
                older = replace(field, name=was if field.name == now else field.name)
                yield annotation(then, older), annotation(resource, field)


def _only(text: str, classes: set[str], today: Mapping[str, str], resource: Resource) -> str:
    """Schemas of which only these classes stay, with the types that they name.

    Args:
        text: The schemas.
        classes: Those that stay.
        today: What members of answers are called today, by what they were called then.
        resource: Whose schemas they are.
    """
    tree, lines = ast.parse(text), text.splitlines()
    kept = {
        name
        for node in tree.body
        if isinstance(node, ast.ClassDef) and node.name in classes
        for name in _names(node)
    }
    for node in reversed(tree.body):
        if isinstance(node, ast.Assign) and isinstance(target := node.targets[0], ast.Name):
            stays = target.id in kept
            kept |= _names(node) if stays else set()
        else:
            stays = not isinstance(node, ast.ClassDef) or node.name in classes
        if not stays:
            lines[node.lineno - 1 : node.end_lineno] = []
        elif isinstance(node, ast.ClassDef) and node.name == f"{resource.name}Read":
            _take_from(node, today, lines)
    return "\n".join(lines) + "\n"


def _take_from(answer: ast.ClassDef, today: Mapping[str, str], lines: list[str]) -> None:
    """Let members of an answer be those that are called otherwise today."""
    for node in reversed(answer.body):
        if not (isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)):
            continue
        if now := today.get(node.target.id):
            first = (node.annotation.end_lineno or 1) - 1
            typed = lines[first].encode()[: node.annotation.end_col_offset].decode()
            lines[first : node.end_lineno] = [f"{typed} = {_taken(node.value, now)}"]


def _taken(value: ast.expr | None, now: str) -> str:
    """What a member of an answer is that has a value of today's."""
    said = [f'validation_alias="{now}"']
    if isinstance(value, ast.Call):
        said += [f"{each.arg}={ast.unparse(each.value)}" for each in value.keywords]
    elif value:
        said.append(f"default={ast.unparse(value)}")
    return f"Field({', '.join(said)})"


def _names(node: ast.AST) -> set[str]:
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def _renamed(text: str, names: Mapping[str, str]) -> str:
    return re.sub(r"\b[A-Z]\w*", lambda name: names.get(name[0], name[0]), text)


def _about(resource: Resource, version: OlderVersion, shape: OlderShape) -> str:
    many = Noun(resource.name, resource.nouns).phrases[4]
    summary = f"{many} as clients of {version.name} know them."
    said = [f"`{now}` is `{then}`" for now, then in shape.was]
    said += [f"there is no `{name}`" for name in shape.without]
    return docstring(f"{summary} Here {_joined(said)}.", summary, margin=0)


def _joined(said: list[str]) -> str:
    *others, last = said
    return f"{', '.join(others)}, and {last}" if others else last


def _shape(changed: list[str], was: Mapping[str, str], ending: str) -> str:
    schemas = "\n".join(f"        {name}: {name}{ending}," for name in changed)
    names = ", ".join(f'"{now}": "{then}"' for now, then in was.items())
    said = f"    was={{{names}}},\n" if was else ""
    return f"SHAPE = Shape(\n    router,\n    {{\n{schemas}\n    }},\n{said})"
