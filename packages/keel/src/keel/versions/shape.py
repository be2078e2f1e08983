"""How an older version has the rows of one router."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeAlias

from fastapi import APIRouter
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError

from keel.data import Input
from keel.problems import Problem

Schemas: TypeAlias = Mapping[type[BaseModel], type[BaseModel]]

_NAME = re.compile(r"`(\w+)`")


@dataclass(frozen=True)
class Shape:
    """What clients of then send and receive instead of what those of today do.

    Attributes:
        router: The routes of today.
        schemas: For each schema of today, the one of then. That of an answer says by
            `validation_alias` what a member is called today.
        was: For each name of today that has changed, the one of then.
    """

    router: APIRouter
    schemas: Schemas = field(default_factory=dict[type[BaseModel], type[BaseModel]])
    was: Mapping[str, str] = field(default_factory=dict[str, str])

    def today(self, sent: object) -> object:
        """What was sent, as clients of today send it; what is the same in both stays.

        Raises:
            RequestValidationError: A schema of today refuses it by a rule of its own.
        """
        if not isinstance(sent, Input) or type(sent) not in self._of_today:
            return sent
        schema = self._of_today[type(sent)]
        values = {self._now(name): self._value(name, sent) for name in sent.model_fields_set}
        try:
            return schema.model_validate(values)
        except ValidationError as refusal:
            errors = ({**error, "loc": ("body", *error["loc"])} for error in refusal.errors())
            raise RequestValidationError([self._error(each) for each in errors]) from refusal

    def told(self, problem: Problem) -> Problem:
        """A problem whose errors have the names of then."""
        problem.errors = tuple(
            replace(each, field=self._place(each.field), message=self._said(each.message))
            for each in problem.errors
        )
        problem.detail = self._said(problem.detail)
        return problem

    @cached_property
    def _of_today(self) -> Schemas:
        return {then: today for today, then in self.schemas.items()}

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return {then: today for today, then in self.was.items()}

    def _now(self, name: str) -> str:
        """The name of today, of a member or of a filter: `title__contains`."""
        field_name, operator, how = name.partition("__")
        return f"{self._names.get(field_name, field_name)}{operator}{how}"

    def _value(self, name: str, sent: Input) -> Any:
        value = getattr(sent, name)
        if name != "sort":
            return value
        order = value.removeprefix("-")
        return value[: -len(order)] + self._names.get(order, order)

    def _error(self, error: dict[str, Any]) -> dict[str, Any]:
        return {**error, "loc": tuple(self.was.get(part, part) for part in error["loc"])}

    def _place(self, place: str) -> str:
        return ".".join(self.was.get(part, part) for part in place.split("."))

    def _said(self, text: str) -> str:
        return _NAME.sub(lambda name: f"`{self.was.get(name[1], name[1])}`", text)
