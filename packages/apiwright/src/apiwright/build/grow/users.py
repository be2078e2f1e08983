"""The domain of accounts, which every backend with sign-in has; a resource `User` extends it."""

from pathlib import PurePosixPath

from apiwright.blueprint.methods import METHODS
from apiwright.blueprint.model import Blueprint, Resource
from apiwright.blueprint.tenancy import account_of
from apiwright.build.grow import models, policy, routes
from apiwright.build.grow.conflicts import can_conflict
from apiwright.build.grow.exemplar import source
from apiwright.build.grow.imports import with_imports
from apiwright.build.grow.includes import include_imports, includes
from apiwright.build.grow.own.names import own_imports
from apiwright.build.grow.regions import fill, held
from apiwright.build.grow.retirement import retired_router
from apiwright.build.grow.routes import has_operations
from apiwright.build.grow.service import repository, with_own, with_references
from apiwright.build.grow.tenants import begun_imports, begun_line, begun_route
from apiwright.build.grow.text import docstring
from apiwright.build.grow.user_schemas import has_profile, user_schemas, whole
from apiwright.plan.own import own_of

_SIGN_IN = "/auth/sign-in"
_ROUTER = 'router = APIRouter(prefix="/users", tags=["users"])'
_SERVICE = '`AccountService` hashes passwords and ends sessions."""'


def users(blueprint: Blueprint) -> dict[PurePosixPath, str]:
    """Every file of it, grown from the exemplar's users, with its tests."""
    user = account_of(blueprint)
    files = {
        "__init__": source("exemplar/users/__init__.py", blueprint),
        "models": _models(blueprint, user),
        "policy": _policy(blueprint, user),
        "repository": repository(blueprint, whole(user)),
        "routes": _routes(blueprint, user),
        "schemas": user_schemas(blueprint, user),
        "service": _service(blueprint, user),
    }
    if user.include:
        files["includes"] = includes(blueprint, user)
    folder = PurePosixPath(blueprint.package, "users")
    tests = {PurePosixPath("tests/users/test_users.py"): _tests(blueprint, user)}
    return {folder / f"{name}.py": text for name, text in files.items()} | tests


def _models(blueprint: Blueprint, user: Resource) -> str:
    lines = models.table_lines(blueprint, user)
    if user.about:
        lines["about"] = docstring(user.about, "Who can sign in.")
    enums = lines.pop("enums")
    text = source("exemplar/users/models.py", blueprint)
    text = text.replace("class User(", f"{enums}\n\n\nclass User(")
    return with_imports(fill(text, lines), models.IMPORTS)


def _policy(blueprint: Blueprint, user: Resource) -> str:
    line = {"policy": policy.policy_line(blueprint, user)}
    text = fill(source("exemplar/users/policy.py", blueprint), line)
    text += policy.own_rules(blueprint, own_of(blueprint, user.nouns))
    return with_imports(text, policy.policy_imports(blueprint))


def _routes(blueprint: Blueprint, user: Resource) -> str:
    contents = routes.missing_operations(user.access)
    contents |= routes.particular(blueprint, user)
    if not blueprint.has_sign_up:
        contents |= {"sign_up": "", "verify_email": ""}
    if not has_profile(user):
        contents["profile"] = ""
    text = source("exemplar/users/routes.py", blueprint)
    text = begun_route(text.replace(_SIGN_IN, f"{blueprint.prefix}{_SIGN_IN}"), blueprint)
    for region in _conflicts(blueprint, user) - contents.keys():
        contents[region] = routes.answering(held(text, region), "Conflict")
    if blueprint.has_sign_up and routes.has_guards(user):
        contents["sign_up"] = routes.answering(held(text, "sign_up"), "Forbidden")
    own = own_of(blueprint, user.nouns)
    first, others = routes.own_routes(blueprint, own).values()
    text = fill(text, contents).replace(_ROUTER, f"{_ROUTER}\n\n\n{first}", 1)
    text = retired_router(text, _ROUTER, user.terms)
    lines = (
        *routes.IMPORTS,
        *include_imports(blueprint, user),
        *own_imports(blueprint, own),
        *begun_imports(blueprint, "routes"),
    )
    return with_imports(f"{text}\n\n{others}", lines)


def _conflicts(blueprint: Blueprint, user: Resource) -> set[str]:
    """The regions of endpoints that can conflict because of what the blueprint adds."""
    changing = {"profile"} if can_conflict("update", blueprint, user) else set[str]()
    leaving = {"leave", "delete"} if can_conflict("delete", blueprint, user) else set[str]()
    return changing | leaving


def _service(blueprint: Blueprint, user: Resource) -> str:
    """The service, for the bodies that there are."""
    created = "UserCreate" if user.access.create else "Never"
    changed = "UserUpdate" if user.access.update else "Never"
    created = "SignUp" if blueprint.has_sign_up else created
    changed = "ProfileChange" if has_profile(user) else changed
    text = source("exemplar/users/service.py", blueprint)
    text = text.replace("[User, SignUp, ProfileChange,", f"[User, {created}, {changed},")
    room = f"\n\n    {begun_line(blueprint)}\n\n    # grow: endpoints\n    # end"
    text = with_own(text.replace(_SERVICE, _SERVICE + room), blueprint, user)
    bodies = f"from {blueprint.package}.users.schemas import UserCreate, UserUpdate"
    imports = [bodies, *begun_imports(blueprint, "service")]
    return with_imports(with_references(text, blueprint, user), imports)


def _tests(blueprint: Blueprint, user: Resource) -> str:
    contents = {} if has_operations(user.access) else {"management": ""}
    contents |= {each: "" for each in METHODS[1:] if not blueprint.has_method(each)}
    return fill(source("tests/users/test_users.py", blueprint), contents)
