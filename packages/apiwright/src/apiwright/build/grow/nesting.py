"""Endpoints of rows that are listed and created below a row of another resource."""

import re

from apiwright.blueprint.model import Blueprint, Resource
from apiwright.blueprint.routes import rows_path

_ROUTE = re.compile(r'(@router\.\w+\(\s*)"(/[^"]*)"')
_ROWS = re.compile(r'(@router\.\w+\(\s*)""(.*?async def \w+\(\s*)(.*?\n)(?= +return)', re.DOTALL)


def nested(text: str, blueprint: Blueprint, resource: Resource) -> str:
    """The routes of a resource with all their paths, those of its list below another row."""
    if not resource.under:
        return text
    path, column = rows_path(blueprint, resource), resource.field(resource.under).column
    within = f"    await {resource.nouns}.within({column}={column})\n"
    text = text.replace(f'prefix="{resource.path}", ', "")
    text = _ROUTE.sub(rf'\1"{resource.path}\2"', text)
    return _ROWS.sub(rf'\1"{path}"\2{column}: UUID, \3{within}', text)
