"""`policy.py` of a domain: its access rules as keel says them."""

from collections.abc import Iterable, Sequence

from apiwright.blueprint import names
from apiwright.blueprint.action import Action
from apiwright.blueprint.model import Access, Blueprint, Resource, Rule
from apiwright.blueprint.own_endpoint import OwnEndpoint
from apiwright.build.grow.exemplar import domain_source
from apiwright.build.grow.imports import with_imports
from apiwright.build.grow.regions import fill
from apiwright.plan.own import own_of

IMPORTS = ("from keel.access import Policy, anyone, at_least, nobody, owner, signed_in",)
_WORDS = {"anyone": "anyone", "signed in": "signed_in", "owner": "owner"}


def policy(blueprint: Blueprint, resource: Resource) -> str:
    """Grow it from the exemplar's topics."""
    text = domain_source("exemplar/topics/policy.py", blueprint, resource)
    return with_imports(fill(text, policy_lines(blueprint, resource)), IMPORTS)


def policy_lines(blueprint: Blueprint, resource: Resource) -> dict[str, str]:
    """The policy, and the rules of endpoints beside it, by region."""
    own = own_rules(own_of(blueprint, resource.nouns))
    return {"policy": policy_line(resource.access, resource.actions), "endpoints": own}


def own_rules(endpoints: Iterable[OwnEndpoint]) -> str:
    """The rules of endpoints, one constant each."""
    said = ((names.constant(each.name), rule_source(each.access)) for each in endpoints)
    return "\n".join(f"{name} = {rule}" for name, rule in said)


def policy_line(access: Access, actions: Sequence[Action] = ()) -> str:
    """The policy, without what follows from keel's defaults."""
    said: dict[str, Rule | None] = {"read": access.read}
    if access.list != access.read:
        said["list"] = access.list
    if access.create == access.update and access.delete:
        said["write"] = access.create
        said |= {"delete": access.delete} if access.delete != access.create else {}
    else:
        said |= {"create": access.create, "update": access.update, "delete": access.delete}
    arguments = [
        f"{operation}={rule_source(rule)}"
        for operation, rule in said.items()
        if rule or (operation == "list" and access.read)
    ]
    if actions:
        rules = ", ".join(f'"{action.name}": {rule_source(action.by)}' for action in actions)
        arguments.append(f"actions={{{rules}}}")
    return f"POLICY = Policy({', '.join(arguments)})"


def rule_source(rule: Rule | None) -> str:
    """A rule as keel says it: `owner | at_least(Role.ADMIN)`."""
    if rule is None:
        return "nobody"
    return " | ".join(
        _WORDS.get(term) or f"at_least(Role.{names.constant(term)})" for term in rule.terms
    )
