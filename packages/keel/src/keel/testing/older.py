"""A resource as clients of an older version know it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from pydantic import BaseModel

from keel.data import Input, Output
from keel.testing.resource import Resource
from keel.versions import Shape


@dataclass(frozen=True, slots=True, kw_only=True)
class OlderResource(Resource):
    """A resource, and how an older version has it.

    Attributes:
        version: The first part of its paths: `v1`.
        shape: What differs.
    """

    version: str
    shape: Shape

    @classmethod
    def of(cls, resource: Resource, version: str, shape: Shape) -> "OlderResource":
        """How a version has a resource."""
        known = {each.name: getattr(resource, each.name) for each in fields(Resource)}
        return cls(**known, version=version, shape=shape)

    def older(self, url: str) -> str:
        """Where the older version has what today is at `url`."""
        return f"/{self.version}{url.removeprefix(self.prefix)}"

    def schema(self, operation: str) -> type[BaseModel] | None:
        """The body of an operation then, if it differs."""
        today = self.body(operation)
        return self.shape.schemas.get(today) if today else None

    @property
    def query(self) -> type[BaseModel] | None:
        """The query of the list then, if it differs."""
        end = self.endpoints.get("list")
        return self.shape.schemas.get(end.query) if end and end.query else None

    @property
    def renamed(self) -> Mapping[str, str]:
        """What members are called today, by what they were called then."""
        return {then: now for now, then in self.shape.was.items()}

    def sent(self, operation: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """A body of today as clients of then send it."""
        schema = self.schema(operation)
        known = schema.model_fields if schema else body
        then = {self.shape.was.get(name, name): value for name, value in body.items()}
        return {name: value for name, value in then.items() if name in known}

    def as_then(self, answer: Mapping[str, Any]) -> dict[str, Any]:
        """An answer of today as clients of then are shown it."""
        then = {self.shape.was.get(name, name): value for name, value in answer.items()}
        return {name: value for name, value in then.items() if name in self._members(answer)}

    def _members(self, answer: Mapping[str, Any]) -> set[str]:
        for today, then in self.shape.schemas.items():
            if issubclass(today, Output):
                gone = today.model_fields.keys() - {*self._named_today(then)}
                return {self.shape.was.get(name, name) for name in answer.keys() - gone}
        return {*answer}

    def _named_today(self, schema: type[BaseModel]) -> Iterator[str]:
        return (self.renamed.get(name, name) for name in schema.model_fields)

    def strange(self, operation: str) -> list[str]:
        """What a body of today may have, and one of then may not."""
        today, then = self.body(operation), self.schema(operation)
        if today is None or then is None:
            return []
        assert issubclass(today, Input)
        return sorted(today.model_fields.keys() - then.model_fields.keys())
