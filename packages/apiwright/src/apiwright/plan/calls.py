"""Calls of the built API that can be pasted, in curl and in Python."""

from __future__ import annotations

import itertools
import json
import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apiwright.plan.example import body_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Resource

ADDRESS = "http://127.0.0.1:8000"
"""Where a built project serves on a person's own machine."""

_FROM_JSON = """python3 -c 'import json, sys; print(json.load(sys.stdin)["access_token"])'"""
_BEARER = 'headers={"Authorization": f"Bearer {token}"}'


@dataclass(frozen=True, slots=True)
class Call:
    """One call; what it needs of an account stands in `$EMAIL`, `$PASSWORD` and `$TOKEN`."""

    about: str
    curl: str
    python: str


def calls(blueprint: Blueprint) -> tuple[Call, ...]:
    """A few calls worth trying first, in the order in which they work."""
    return tuple(_calls(blueprint))


def _calls(blueprint: Blueprint) -> Iterator[Call]:
    address = f"{ADDRESS}{blueprint.prefix}"
    if blueprint.auth:
        url, form = f"{address}/auth/sign-in", '{"username": email, "password": password}'
        said = '--data-urlencode "username=$EMAIL" --data-urlencode "password=$PASSWORD"'
        yield Call(
            "Sign in",
            f"TOKEN=$(curl -s {said} {url} | {_FROM_JSON})",
            f'token = httpx2.post("{url}", data={form}).json()["access_token"]',
        )
        yield _call("Who am I", "get", f"{address}/users/me", signed_in=True)
    resources = [each for each in blueprint.resources if not (each.is_account or each.under)]
    for kind in (_list, _create, _act):
        found = (kind(resource, f"{address}{resource.path}") for resource in resources)
        yield from itertools.islice(filter(None, found), 1)


def _list(resource: Resource, url: str) -> Call | None:
    if (rule := resource.access.list) is None:
        return None
    return _call(
        f"List {resource.nouns.replace('_', ' ')}",
        "get",
        url,
        signed_in=not rule.is_public,
        curl='-G --data-urlencode "sort=-created_at" --data-urlencode "limit=3"',
        python='params={"sort": "-created_at", "limit": 3}',
    )


def _create(resource: Resource, url: str) -> Call | None:
    rule, body = resource.access.create, body_of(resource)
    if rule is None or body is None:
        return None
    sent = shlex.quote(json.dumps(body, ensure_ascii=False))
    return _call(
        f"Add one {resource.noun.replace('_', ' ')} ({rule})",
        "post",
        url,
        signed_in=not rule.is_public,
        curl=f'-H "Content-Type: application/json" -d {sent}',
        python=f"json={_source(body)}",
    )


def _act(resource: Resource, url: str) -> Call | None:
    """The first action on a row that needs nothing but its id, which stands in `$ID`."""
    actions = (each for each in resource.actions if each.is_told(resource) and not each.body)
    if (action := next(actions, None)) is None:
        return None
    path = f"{url}/%s/{action.path}"
    one = resource.noun.replace("_", " ")
    about = f"{action.name.replace('_', ' ').capitalize()} one {one}, its id in `ID` ({action.by})"
    token = ('-H "Authorization: Bearer $TOKEN" ', f", {_BEARER}")
    in_curl, in_python = token if action.by and not action.by.is_public else ("", "")
    curl, python = path % "$ID", path % "{row_id}"
    return Call(about, f'curl -X POST {in_curl}"{curl}"', f'httpx2.post(f"{python}"{in_python})')


def _call(  # noqa: PLR0913 - what a call is made of
    about: str, method: str, url: str, *, signed_in: bool, curl: str = "", python: str = ""
) -> Call:
    token = ('-H "Authorization: Bearer $TOKEN"', _BEARER) if signed_in else ("", "")
    in_curl = filter(None, ("curl", token[0], curl, url))
    in_python = filter(None, (f'"{url}"', python, token[1]))
    return Call(about, " ".join(in_curl), f"httpx2.{method}({', '.join(in_python)})")


def _source(body: dict[str, object]) -> str:
    """Python's spelling of a body, its texts in the usual quotes."""
    members = (f"{json.dumps(name)}: {_value(value)}" for name, value in body.items())
    return f"{{{', '.join(members)}}}"


def _value(value: object) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)
