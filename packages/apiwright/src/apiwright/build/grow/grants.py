"""The rules of a policy that hold on some rows: `member_as_lead = members(Membership, …)`."""

from collections.abc import Iterable

from apiwright.blueprint import names
from apiwright.blueprint.access.access import Rule
from apiwright.blueprint.access.chains import leading
from apiwright.blueprint.access.memberships import memberships_of
from apiwright.blueprint.access.row_terms import RowTerm, read_term
from apiwright.blueprint.fields.types import annotation
from apiwright.blueprint.model import Blueprint, Resource

_SELF = "owner"


def grants(blueprint: Blueprint, resource: Resource, rules: Iterable[Rule]) -> dict[str, str]:
    """What each such term of some rules is, as an expression, by the name that the policy gives it.

    Being the owner of the row itself is keel's `owner`.
    """
    said = dict.fromkeys(term for rule in rules for term in rule.terms)
    terms = [term for term in map(read_term, said) if term and str(term) not in blueprint.roles]
    return {
        name_of(str(term)): _expression(blueprint, resource, term)
        for term in sorted(terms, key=lambda term: _place(blueprint, resource, term))
        if str(term) != _SELF
    }


def grant_imports(blueprint: Blueprint) -> list[str]:
    """What these expressions may need: every model that has owners or says who is a member."""
    found: list[str] = []
    for resource in blueprint.resources:
        models = f"from {blueprint.package}.{resource.nouns}.models import"
        found.append(f"{models} {resource.name}")
        if memberships := memberships_of(blueprint, resource):
            models = f"from {blueprint.package}.{memberships.resource.nouns}.models import"
            roles = [annotation(memberships.resource, field) for field in memberships.roles]
            found += [f"{models} {name}" for name in (memberships.resource.name, *roles)]
    return found


def name_of(term: str) -> str:
    """A term as a name in Python: `member_of_project_as_lead`."""
    return term.replace(" ", "_").replace(".", "_")


def _expression(blueprint: Blueprint, resource: Resource, term: RowTerm) -> str:
    chain = leading(blueprint, resource, term)[0]
    if term.word == "owner":
        return f'owners({chain.end}, of="{chain.path}")'
    memberships = memberships_of(blueprint, blueprint.resource(chain.end))
    if memberships is None:
        raise ValueError(f"`{chain.end}` has no members.")
    arguments = [memberships.resource.name, *([f'of="{chain.path}"'] if chain.path else [])]
    if term.role:
        enum = annotation(memberships.resource, memberships.roles[0])
        arguments.append(f"least={enum}.{names.constant(term.role)}")
    return f"members({', '.join(arguments)})"


def _place(blueprint: Blueprint, resource: Resource, term: RowTerm) -> tuple[str, str, int]:
    """Owners before members, weaker roles before stronger ones."""
    chain = leading(blueprint, resource, term)[:1]
    target = blueprint.resource(chain[0].end) if term.word == "member" and chain else None
    found = memberships_of(blueprint, target) if target else None
    order = found.roles[0].choices if found and found.roles else ()
    rank = order.index(term.role) if term.role in order else -1
    return {"owner": "0", "member": "1"}[term.word], term.path, rank
