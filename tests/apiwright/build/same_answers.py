"""Asks a built backend for all it has, both ways, and stops where the answers differ.

`python same_answers.py PACKAGE`, in a built project whose database has tables and no rows. One way
is the one that is served: reads that are compiled, dispatched straight. The other is FastAPI's
router and SQLAlchemy's session.
"""

import sys
from collections import defaultdict
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from random import Random
from typing import Any
from unittest.mock import patch

from fastapi import FastAPI
from keel.data.compiled import reading
from keel.data.compiled.plan import Plan
from keel.data.model import models
from keel.testing.seed import PASSWORD, seed
from keel.testing.store import Store
from starlette.testclient import TestClient

ROWS = 6
TRIES = 6
Parameters = Sequence[Mapping[str, Any]]


class Comparison:
    """One backend, asked both ways."""

    def __init__(self, app: FastAPI, client: TestClient) -> None:
        self.app = app
        self.client = client
        self.chance = Random(0)  # noqa: S311 - of tests
        self.asked = 0
        self.compiled = 0
        self.values: defaultdict[str, list[Any]] = defaultdict(list)
        store = Store(app, client)
        self.rows = [row for model in models() for row in store.all(model)]
        for row in self.rows:
            for name, value in row.model_dump(mode="json").items():
                self.values[name].append(value)

    def everything(self, headers: Mapping[str, str]) -> None:
        """Ask every operation that reads, as one caller."""
        for path, operations in self.app.openapi()["paths"].items():
            if operation := operations.get("get"):
                for url, query in self._requests(path, operation.get("parameters", [])):
                    self._compare(url, query, headers)

    def _requests(self, path: str, parameters: Parameters) -> Iterator[tuple[str, dict[str, Any]]]:
        for _ in range(TRIES):
            url = path
            for each in parameters:
                if each["in"] == "path":
                    value = self.chance.choice(self.values["id"])
                    url = url.replace(f"{{{each['name']}}}", str(value))
            yield url, self._query([each for each in parameters if each["in"] == "query"])

    def _query(self, parameters: Parameters) -> dict[str, Any]:
        few = self.chance.sample(parameters, min(len(parameters), self.chance.randint(0, 3)))
        drawn = {each["name"]: self._value(each["name"], each["schema"]) for each in few}
        return {name: value for name, value in drawn.items() if value is not None}

    def _value(self, name: str, schema: Mapping[str, Any]) -> Any:
        words = schema.get("enum") or schema.get("items", {}).get("enum")
        if words:
            return self.chance.choice(words)
        sizes = {"limit": [1, 3, 100], "offset": [0, 2, 50], "q": ["a", "the"]}
        field = name.partition("__")[0]
        stored = sizes.get(name) or [v for v in self.values[field] if v is not None]
        return self.chance.choice(stored or ["a"])

    def _compare(self, url: str, query: dict[str, Any], headers: Mapping[str, str]) -> None:
        for _ in range(TRIES):
            served = self._ask(url, query, headers)
            with ordinary(self.app):
                other = self._ask(url, query, headers)
            if served != other:
                sys.exit(f"GET {url} {query}\n{served}\n\nis not\n\n{other}")
            content = served[1]
            cursor = content.get("next") if isinstance(content, dict) else None
            if not cursor:
                return
            query = {**query, "cursor": cursor}

    def _ask(self, url: str, query: dict[str, Any], headers: Mapping[str, str]) -> Any:
        self.asked += 1
        answer = self.client.get(url, params=query, headers=dict(headers))
        if answer.status_code >= 400:
            return answer.status_code, {**answer.json(), "request_id": ""}
        links = answer.headers.get("link")
        is_json = answer.headers["content-type"] == "application/json"
        return answer.text, answer.json() if is_json else "", links


@contextmanager
def ordinary(app: FastAPI) -> Generator[None]:
    """Let FastAPI and SQLAlchemy's session answer."""
    overrides = {ordinary: ordinary}
    with patch.object(reading, "_plan", return_value=None):
        app.dependency_overrides |= overrides
        yield
        app.dependency_overrides.clear()


def callers(app: FastAPI, client: TestClient) -> Iterator[dict[str, str]]:
    """Headers of nobody, and of each account."""
    yield {}
    user: Any = app.state.user
    for account in Store(app, client).all(user) if user else ():
        form = {"username": account.email, "password": PASSWORD}
        answer = client.post(f"{app.state.prefix}/auth/sign-in", data=form)
        yield {"Authorization": f"Bearer {answer.json()['access_token']}"}


def main(package: str) -> None:
    """Compare all answers of a backend."""
    app: FastAPI = import_module(f"{package}.main").app
    seed(app, rows=ROWS)
    compiled = 0
    rows = Plan.rows

    async def counted(plan: Plan, *given: Any) -> Any:
        nonlocal compiled
        compiled += 1
        return await rows(plan, *given)

    with TestClient(app) as client, patch.object(Plan, "rows", counted):
        comparison = Comparison(app, client)
        for headers in list(callers(app, client)):
            comparison.everything(headers)
    sys.stdout.write(f"{comparison.asked} answers, {compiled} compiled reads\n")


if __name__ == "__main__":
    main(sys.argv[1])
