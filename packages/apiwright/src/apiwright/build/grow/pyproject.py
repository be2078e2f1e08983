"""`pyproject.toml`: the exemplar's, with the project's own name and keel from its wheel."""

import json
from importlib.metadata import version

from apiwright.blueprint import names
from apiwright.blueprint.model import Blueprint
from apiwright.build.grow.exemplar import source
from apiwright.build.grow.regions import fill

_UV = """
[tool.uv]
package = false

[tool.uv.sources]
apiwright-keel = { path = "vendor/apiwright_keel-%s-py3-none-any.whl" }
"""


def pyproject(blueprint: Blueprint) -> str:
    """Name, dependencies and the tools' settings."""
    said = {
        "name": names.kebab(blueprint.name),
        "version": blueprint.version,
        "description": " ".join(blueprint.about.split()),
    }
    lines = [f"{name} = {toml_text(value)}" for name, value in said.items()]
    text = fill(source("pyproject.toml", blueprint), {"project": "\n".join(lines)})
    return text + _UV % version("apiwright-keel")


def toml_text(text: str) -> str:
    """Quote a text for TOML, which takes JSON's escapes and forbids DEL unescaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
