"""Chains: the required references from a resource to those that its rows hang under."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apiwright.blueprint.model import ACCOUNT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.access.row_terms import RowTerm
    from apiwright.blueprint.model import Blueprint, Resource

_LONGEST = 8


@dataclass(frozen=True, slots=True)
class Chain:
    """The names of references, one after the other, and the resource that they lead to."""

    steps: tuple[str, ...]
    end: str

    @property
    def path(self) -> str:
        """The names joined: `issue.project`; nothing for the resource itself."""
        return ".".join(self.steps)


def chains(blueprint: Blueprint, resource: Resource) -> tuple[Chain, ...]:
    """Every chain from a resource, the empty one to itself first, shorter ones before longer."""
    found = sorted(_chains(blueprint, resource, ()), key=lambda chain: len(chain.steps))
    return tuple(found)


def leading(blueprint: Blueprint, resource: Resource, term: RowTerm) -> tuple[Chain, ...]:
    """The chains that a term can mean: of one that it names in full, that one alone."""
    able = tuple(chain for chain in chains(blueprint, resource) if _fits(blueprint, chain, term))
    if not term.path:
        own = tuple(chain for chain in able if not chain.steps)
        return own or (able if term.word == "member" else ())
    named = tuple(chain for chain in able if f".{chain.path}".endswith(f".{term.path}"))
    return tuple(chain for chain in named if chain.path == term.path) or named


def _fits(blueprint: Blueprint, chain: Chain, term: RowTerm) -> bool:
    end = blueprint.find(chain.end)
    if term.word == "member":
        return end is not None and end.members is not None
    is_account = chain.end == ACCOUNT and bool(chain.steps)
    return is_account or (end is not None and end.owned)


def _chains(blueprint: Blueprint, resource: Resource, steps: tuple[str, ...]) -> Iterator[Chain]:
    yield Chain(steps, resource.name)
    resources = {each.name: each for each in blueprint.resources}
    for field in resource.fields if len(steps) < _LONGEST else ():
        if field.target and not field.optional:
            further = (*steps, field.name)
            if field.target in resources:
                yield from _chains(blueprint, resources[field.target], further)
            else:
                yield Chain(further, field.target)
