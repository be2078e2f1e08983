"""Tenants, as models say them and as people who sign up begin them."""

from apiwright.blueprint.model import Blueprint, Resource
from apiwright.build.grow.columns import columns
from apiwright.build.grow.rename import Noun
from apiwright.build.grow.text import docstring

_SAYS = "Ask for an account; a mail brings the token that makes it."


def tenant_line(blueprint: Blueprint, resource: Resource) -> str:
    """What a model says of the tenant that a row is of; nothing where there are no tenants."""
    tenancy = resource.tenancy
    if not blueprint.tenants:
        return ""
    if tenancy is None:
        return "tenant_field = None  # the same rows for all"
    return f'tenant_field = "{"id" if tenancy.is_tenant else tenancy.column}"'


def tenant_column(blueprint: Blueprint, resource: Resource) -> list[str]:
    """The line of the column that holds it, which no body sets and no answer shows."""
    key = f'foreign_key="{blueprint.nouns(blueprint.tenants)}.id"' if resource.tenancy else ""
    lead = resource.tenancy.lead if resource.tenancy else ()
    return [f'{column}: UUID = Field({key}, ondelete="CASCADE")' for column in lead]


def is_begun(blueprint: Blueprint, resource: Resource) -> bool:
    """Whether people who sign up make a row of it."""
    return blueprint.has_sign_up and resource.name == blueprint.tenants


def begun_with(blueprint: Blueprint, resource: Resource) -> str:
    """What they say of it: all that bodies set, but what leads to other rows."""
    every = (column for column in columns(blueprint, resource) if not column.field.target)
    return "\n".join(column.create for column in every if not column.field.read_only)


def begun_schema(text: str, blueprint: Blueprint) -> str:
    """The schemas of accounts, with what people send who sign up and begin a tenant."""
    if not _begins(blueprint):
        return text
    name, noun = blueprint.tenants, blueprint.resource(blueprint.tenants).noun
    said = docstring(
        f"What a person gives to get an account, and {_one(blueprint)} with it.", "Who signs up."
    )
    body = f"class {name}SignUp(SignUp):\n    {said}\n\n    {noun}: {name}Create"
    before, signs_up, after = text.partition("class SignUp(")
    return before + signs_up + after.replace("\nclass ", f"\n{body}\n\n\nclass ", 1)


def begun_line(blueprint: Blueprint) -> str:
    """Where the service of accounts keeps the tenants that people begin, if they do."""
    return f"tenant_repository = {blueprint.tenants}Repository" if _begins(blueprint) else ""


def begun_route(text: str, blueprint: Blueprint) -> str:
    """The routes of accounts, of which the one to sign up takes the tenant too."""
    if not _begins(blueprint):
        return text
    says = docstring(
        f"Ask for an account and {_one(blueprint)}; a mail brings the token for both.", "Sign up."
    )
    told = text.replace("body: SignUp", f"body: {blueprint.tenants}SignUp", 1)
    return told.replace(f'"""{_SAYS}"""', says, 1)


def begun_imports(blueprint: Blueprint, file: str) -> list[str]:
    """What the routes, the schemas or the service of accounts need for it."""
    if not _begins(blueprint):
        return []
    name, package = blueprint.tenants, blueprint.package
    folder = f"{package}.{blueprint.nouns(name)}"
    found = {
        "routes": f"from {package}.users.schemas import {name}SignUp",
        "schemas": f"from {folder}.schemas import {name}Create",
        "service": f"from {folder}.repository import {name}Repository",
    }
    return [found[file]]


def _begins(blueprint: Blueprint) -> bool:
    return blueprint.has_sign_up and bool(blueprint.tenants)


def _one(blueprint: Blueprint) -> str:
    tenant = blueprint.resource(blueprint.tenants)
    return Noun(tenant.name, tenant.nouns).phrases[1]
