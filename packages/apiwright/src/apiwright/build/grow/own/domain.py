"""A domain without a table: one folder for the endpoints that stand in no resource's."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from apiwright.build.grow.exemplar import folder_source
from apiwright.build.grow.imports import TYPES, with_imports
from apiwright.build.grow.own.names import own_imports
from apiwright.build.grow.own.routes import routes
from apiwright.build.grow.own.schemas import IMPORTS, schemas
from apiwright.build.grow.own.service import methods
from apiwright.build.grow.policy import own_rules, policy_imports
from apiwright.build.grow.regions import fill
from apiwright.plan.own import own_of

if TYPE_CHECKING:
    from apiwright.blueprint.model import Blueprint


def own_domain(blueprint: Blueprint, domain: str) -> dict[PurePosixPath, str]:
    """Every file of it, grown from the exemplar's stats; its tests stand with those of others."""
    endpoints = own_of(blueprint, domain)
    imports = own_imports(blueprint, endpoints)
    contents = {
        "policy": (own_rules(blueprint, endpoints), policy_imports(blueprint)),
        "schemas": (schemas(blueprint, endpoints), (*TYPES, *IMPORTS)),
        "service": (methods(blueprint, endpoints, own=True), imports),
        "routes": (routes(blueprint, endpoints), ("from typing import Annotated", *imports)),
    }
    folder = PurePosixPath(blueprint.package, domain)
    words = domain.replace("_", " ").capitalize()
    files = {folder / "__init__.py": f'"""{words}."""\n'}
    for name, (content, lines) in contents.items():
        text = folder_source(f"exemplar/stats/{name}.py", blueprint, domain)
        files[folder / f"{name}.py"] = with_imports(fill(text, {"endpoints": content}), lines)
    if not contents["schemas"][0]:
        del files[folder / "schemas.py"]
    return files
