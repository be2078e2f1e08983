"""`bench/load.py`: which paths it loads, and what it creates."""

from apiwright.blueprint.fields.values import plain
from apiwright.blueprint.model import Blueprint, Field, Resource
from apiwright.build.grow.exemplar import source
from apiwright.build.grow.regions import fill
from apiwright.plan.example import FEW, VALUES
from apiwright.plan.tables import uniques

_UUID_CHARS = 36
_SIGN_IN = "/auth/sign-in"
_NEW = {
    "uuid": "str(uuid4())",
    "email": 'f"{uuid4()}@example.com"',
    "url": 'f"https://example.com/{uuid4()}"',
}
_ALWAYS_NEW = {"str", "text", *_NEW}


def bench(blueprint: Blueprint) -> str:
    """Grow it from the exemplar's, on the first resource that can be created on its own."""
    created = next((each for each in blueprint.resources if _body(each)), None)
    contents = {"paths": "\n".join(_paths(blueprint, created))}
    if created is None:
        contents |= {"create": "", "one": ""}
    else:
        path = f"{blueprint.prefix}{created.path}"
        contents["create"] = (
            "def create() -> Awaitable[httpx2.Response]:\n"
            f'    return client.post("{path}", json={{{_body(created)}}})\n'
        )
        contents |= {} if created.access.read else {"one": ""}
    if blueprint.auth is None:
        contents |= {"account": "", "sign_in": "", "call_sign_in": ""}
    text = source("bench/load.py", blueprint)
    return fill(text.replace(_SIGN_IN, f"{blueprint.prefix}{_SIGN_IN}"), contents)


def _paths(blueprint: Blueprint, created: Resource | None) -> list[str]:
    listed = [each for each in blueprint.resources if each.access.list and not each.under]
    prefix = blueprint.prefix
    lists = {each.nouns: f"{prefix}{each.path}" for each in listed}
    own = (
        {"read own account": f"{prefix}/users/me"}
        if blueprint.auth
        else {"be ready": "/health/ready"}
    )
    calls = own | {f"list {nouns.replace('_', ' ')}": path for nouns, path in lists.items()}
    lines = [f'"{name}": lambda: client.get("{path}"),' for name, path in calls.items()]
    if created:
        one = created.noun.replace("_", " ")
        lines.append(f'"create {one}": create,')
        if created.access.read:
            lines.append(f'"read {one}": lambda: client.get(f"{prefix}{created.path}/{{one}}"),')
    return lines


def _body(resource: Resource) -> str:
    """The members of a body that works any number of times; nothing if there is none."""
    asked = [each for each in resource.fields if each.is_asked]
    said = {field.column: _expression(field) for field in asked}
    new = {field.column for field in asked if field.type in _ALWAYS_NEW}
    is_free = resource.keeps_order(said) and not resource.has_rules_among_rows
    is_free = is_free and not any(each.minimum for each in resource.links)
    works = is_free and all(said.values()) and all(new & {*group} for group in uniques(resource))
    if not works or resource.access.create is None or resource.is_account:
        return ""
    return ", ".join(f'"{column}": {value}' for column, value in said.items())


def _expression(field: Field) -> str:
    """A value for a field as source; nothing if none is sure to fit."""
    if field.choices:
        return f'"{field.choices[0]}"'
    if field.type in {"str", "text"}:
        fits = (field.minimum or 0) <= _UUID_CHARS <= (field.maximum or _UUID_CHARS)
        return "str(uuid4())" if fits and not field.pattern else ""
    if field.type in {"int", "float", "decimal"}:
        return str(field.minimum if field.minimum is not None else 0)
    if field.type in {"time", "duration"} and field.minimum is not None:
        return f'"{plain(field.minimum)}"'
    if field.item:
        items = [_expression(field.item)] * (field.minimum or 1)
        return f"[{', '.join(items)}]" if all(items) and len(items) <= FEW else ""
    known = VALUES.get(field.type)
    return _NEW.get(field.type) or ("" if known is None else repr(known))
