"""`policy.py` of a domain: its access rules as keel says them."""

from collections.abc import Iterable, Sequence
from dataclasses import fields

from apiwright.blueprint import names
from apiwright.blueprint.access.access import Rule
from apiwright.blueprint.access.permissions import permission_of
from apiwright.blueprint.endpoints.own_endpoint import OwnEndpoint
from apiwright.blueprint.model import Blueprint, Field, Resource
from apiwright.build.grow.exemplar import domain_source
from apiwright.build.grow.grants import grant_imports, grants, name_of
from apiwright.build.grow.imports import with_imports
from apiwright.build.grow.regions import fill
from apiwright.plan.own import own_of

IMPORTS = (
    "from keel.access import FieldRules, Policy, anyone, at_least, may, members, nobody",
    "from keel.access import owner, owners, signed_in",
)


def policy(blueprint: Blueprint, resource: Resource) -> str:
    """Grow it from the exemplar's topics."""
    text = domain_source("exemplar/topics/policy.py", blueprint, resource)
    own = own_rules(blueprint, own_of(blueprint, resource.nouns))
    grown = fill(text, {"policy": policy_line(blueprint, resource), "endpoints": own})
    return with_imports(grown, policy_imports(blueprint))


def policy_imports(blueprint: Blueprint) -> list[str]:
    """What a policy may need."""
    enum = f"from {blueprint.package}.users.models import UserPermission"
    return [*IMPORTS, *grant_imports(blueprint), *([enum] if blueprint.permissions else [])]


def own_rules(blueprint: Blueprint, endpoints: Iterable[OwnEndpoint]) -> str:
    """The rules of endpoints, one constant each."""
    said = (
        (names.constant(each.name), rule_source(each.access, blueprint.roles)) for each in endpoints
    )
    return "\n".join(f"{name} = {rule}" for name, rule in said)


def policy_line(blueprint: Blueprint, resource: Resource) -> str:
    """The policy, below the names of the rules that hold on some rows."""
    access = resource.access
    said = [getattr(access, field.name) for field in fields(access)]
    said += [resource.history, *(action.by for action in resource.actions)]
    said += [rule for field in resource.fields for rule in (field.read, field.write)]
    named = grants(blueprint, resource, filter(None, said))
    lines = [f"{name} = {expression}" for name, expression in named.items()]
    policy = _line(resource, blueprint.roles)
    return "\n".join([*lines, *([""] if lines else []), policy])


def _line(resource: Resource, roles: Sequence[str]) -> str:
    """The policy, without what follows from keel's defaults."""
    access, actions = resource.access, resource.actions
    said: dict[str, Rule | None] = {"read": access.read}
    if access.list != access.read:
        said["list"] = access.list
    if access.create == access.update and access.delete:
        said["write"] = access.create
        said |= {"delete": access.delete} if access.delete != access.create else {}
    else:
        said |= {"create": access.create, "update": access.update, "delete": access.delete}
    if resource.history != access.read:
        said["history"] = resource.history
    said |= {"restore": access.restore, "purge": access.purge}
    arguments = [
        f"{operation}={rule_source(rule, roles)}"
        for operation, rule in said.items()
        if rule or (operation == "list" and access.read)
    ]
    if actions:
        rules = ", ".join(f'"{action.name}": {rule_source(action.by, roles)}' for action in actions)
        arguments.append(f"actions={{{rules}}}")
    if guarded := [_guard(field, roles) for field in resource.fields if field.is_guarded]:
        arguments.append(f"fields={{{', '.join(guarded)}}}")
    return f"POLICY = Policy({', '.join(arguments)})"


def _guard(field: Field, roles: Sequence[str]) -> str:
    """Who may read and write a field, as an item of `fields`."""
    said = {"read": field.read, "write": field.write}
    rules = ", ".join(f"{word}={rule_source(rule, roles)}" for word, rule in said.items() if rule)
    return f'"{field.column}": FieldRules({rules})'


def rule_source(rule: Rule | None, roles: Sequence[str]) -> str:
    """A rule as keel says it: `owner | at_least(Role.ADMIN)`."""
    if rule is None:
        return "nobody"
    return " | ".join(_term(term, roles) for term in rule.terms)


def _term(term: str, roles: Sequence[str]) -> str:
    if term in roles:
        return f"at_least(Role.{names.constant(term)})"
    if permission := permission_of(term):
        return f"may(UserPermission.{names.constant(permission)})"
    return name_of(term)
