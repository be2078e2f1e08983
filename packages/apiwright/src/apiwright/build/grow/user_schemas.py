"""`schemas.py` of accounts: what a resource `User` adds, beside what every account has."""

from dataclasses import replace

from apiwright.blueprint import names
from apiwright.blueprint.model import Blueprint, Field, Resource
from apiwright.build.grow.exemplar import source
from apiwright.build.grow.imports import with_imports
from apiwright.build.grow.regions import fill
from apiwright.build.grow.schemas import missing_bodies, paged, schema_imports, schema_lines

_EMAIL = Field("email", "email", unique=True, search=True)

_UPDATE = """\
email: Email | MISSING = MISSING
password: NewPassword | MISSING = MISSING
role: Role | MISSING = MISSING
is_active: bool | MISSING = MISSING
"""


def has_sign_up(blueprint: Blueprint) -> bool:
    """Whether people open accounts themselves."""
    return blueprint.auth is not None and blueprint.auth.sign_up == "open"


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
    if not has_sign_up(blueprint):
        text = text.replace("UserCreate(SignUp)", "UserCreate(Input)")
        lines["create_columns"] = f"{lines['sign_up_columns']}\n{lines['create_columns']}"
        lines["sign_up"] = ""
    if not has_profile(user):
        text = text.replace("UserUpdate(ProfileChange)", "UserUpdate(Input)")
        lines["profile"] = ""
    missing = dict.fromkeys(missing_bodies(user.access), "")
    own = lines.pop("endpoints")
    text = f"{fill(text, lines | missing)}\n\n{own}"
    return with_imports(text, schema_imports(blueprint, user))


def _lines(blueprint: Blueprint, user: Resource) -> dict[str, str]:
    lines = schema_lines(blueprint, whole(user))
    role = f"Role.{names.constant(blueprint.roles[0])}"
    return lines | {
        "sign_up_columns": _below(lines["create_columns"], "email: Email", "password: NewPassword"),
        "profile_columns": lines["update_columns"].partition("\n")[2],
        "create_columns": f"role: Role = {role}\nis_active: bool = True",
        "update_columns": _UPDATE,
        "read_columns": _below(lines["read_columns"], "email: str", "role: Role\nis_active: bool"),
    }


def _below(lines: str, line: str, more: str) -> str:
    if line not in lines.splitlines():
        raise ValueError(f"No line `{line}` to stand below.")
    return lines.replace(line, f"{line}\n{more}", 1)
