"""`schemas.py` of accounts: what a resource `User` adds, beside what every account has."""

from dataclasses import replace

from apiwright.blueprint import names
from apiwright.blueprint.access.permissions import FIELD as PERMISSIONS
from apiwright.blueprint.model import Blueprint, Field, Resource
from apiwright.build.grow.columns import columns
from apiwright.build.grow.exemplar import source
from apiwright.build.grow.imports import with_imports
from apiwright.build.grow.regions import fill
from apiwright.build.grow.schemas import missing_bodies, paged, schema_imports, schema_lines
from apiwright.build.grow.tenants import begun_imports, begun_schema

_EMAIL = Field("email", "email", unique=True, search=1)

_UPDATE = """\
email: Email | MISSING = MISSING
password: NewPassword | MISSING = MISSING
role: Role | MISSING = MISSING
is_active: bool | MISSING = MISSING"""


def has_profile(user: Resource) -> bool:
    """Whether there is anything that people change of their own account."""
    return any(not field.read_only for field in user.fields)


def whole(user: Resource) -> Resource:
    """The resource with the e-mail that keel's account has, led by it."""
    return replace(user, fields=(_EMAIL, *user.fields))


def user_schemas(blueprint: Blueprint, user: Resource) -> str:
    """Grow it from the exemplar's users."""
    text = paged(source("exemplar/users/schemas.py", blueprint), user.listing)
    lines = _lines(blueprint, user)
    if not blueprint.has_sign_up:
        text = text.replace("UserCreate(SignUp)", "UserCreate(Input)")
        lines["create_columns"] = f"{lines['sign_up_columns']}\n{lines['create_columns']}"
        lines["sign_up"] = ""
    if not has_profile(user):
        text = text.replace("UserUpdate(ProfileChange)", "UserUpdate(Input)")
        lines["profile"] = ""
    missing = dict.fromkeys(missing_bodies(user.access), "")
    own = lines.pop("endpoints")
    text = f"{begun_schema(fill(text, lines | missing), blueprint)}\n\n{own}"
    imports = [*schema_imports(blueprint, user), *begun_imports(blueprint, "schemas")]
    return with_imports(text, imports)


def _lines(blueprint: Blueprint, user: Resource) -> dict[str, str]:
    lines = schema_lines(blueprint, whole(user))
    role = f"Role.{names.constant(blueprint.roles[0])}"
    given = [each for each in columns(blueprint, user) if each.name == PERMISSIONS]
    return lines | {
        "sign_up_columns": _below(lines["create_columns"], "email: Email", "password: NewPassword"),
        "profile_columns": lines["update_columns"].partition("\n")[2],
        "create_columns": "\n".join(
            [f"role: Role = {role}", "is_active: bool = True", *(each.create for each in given)]
        ),
        "update_columns": "\n".join([_UPDATE, *(each.update for each in given)]),
        "read_columns": _below(lines["read_columns"], "email: str", "role: Role\nis_active: bool"),
    }


def _below(lines: str, line: str, more: str) -> str:
    if line not in lines.splitlines():
        raise ValueError(f"No line `{line}` to stand below.")
    return lines.replace(line, f"{line}\n{more}", 1)
