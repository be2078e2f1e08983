"""`policy.py` of a domain: its access rules as keel says them."""

from apiwright.blueprint import names
from apiwright.blueprint.model import Access, Blueprint, Resource, Rule
from apiwright.build.grow.exemplar import domain_source
from apiwright.build.grow.imports import with_imports
from apiwright.build.grow.regions import fill

IMPORTS = ("from keel.access import Policy, anyone, at_least, nobody, owner, signed_in",)
_WORDS = {"anyone": "anyone", "signed in": "signed_in", "owner": "owner"}


def policy(blueprint: Blueprint, resource: Resource) -> str:
    """Grow it from the exemplar's topics."""
    text = domain_source("exemplar/topics/policy.py", blueprint, resource)
    return with_imports(fill(text, {"policy": policy_line(resource.access)}), IMPORTS)


def policy_line(access: Access) -> str:
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
        f"{operation}={_rule(rule)}"
        for operation, rule in said.items()
        if rule or (operation == "list" and access.read)
    ]
    return f"POLICY = Policy({', '.join(arguments)})"


def _rule(rule: Rule | None) -> str:
    if rule is None:
        return "nobody"
    return " | ".join(
        _WORDS.get(term) or f"at_least(Role.{names.constant(term)})" for term in rule.terms
    )
