"""What an endpoint and its dependencies take from a request, read as FastAPI reads it."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import parse_qsl

from fastapi._compat import field_annotation_is_sequence, get_cached_model_fields
from fastapi.params import Form
from pydantic import BaseModel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fastapi._compat import ModelField
    from starlette.requests import Request

JSON = "application/json"


class Unknown(Exception):  # noqa: N818 - no fault: FastAPI does it
    """An operation has something that is not known here."""


class Unfit(Exception):  # noqa: N818 - no fault of ours: FastAPI says what it is
    """A request does not fit, or may not."""


class Parameter(Protocol):
    """One argument of a call."""

    @property
    def name(self) -> str:
        """What the call calls it."""
        ...

    def read(self, request: Request, body: bytes) -> Any:
        """Its value.

        Raises:
            Unfit: The request has none that fits.
        """
        ...


class Single:
    """A parameter of the path, or of the query, a header or a cookie.

    Raises:
        Unknown: It takes several values, or has a name or a default of a special kind.
    """

    def __init__(self, field: ModelField, place: str) -> None:
        info = field.field_info
        several = field_annotation_is_sequence(info.annotation)
        if _is_model(info.annotation) or info.validate_default or (several and place != "query"):
            raise Unknown
        self.name = field.name
        self._field = field
        self._alias = _plain_alias(field)
        self._place = place
        self._several = several

    def read(self, request: Request, body: bytes) -> Any:
        """Its value."""
        del body
        given = self._given(request)
        if given is None:
            if self._field.field_info.is_required():
                raise Unfit
            return deepcopy(self._field.default)
        return _fitting(self._field, given)

    def _given(self, request: Request) -> Any:
        if self._place == "path":
            return request.path_params.get(self._alias)
        values: Any = getattr(request, _PLACES[self._place])
        return (values.getlist(self._alias) or None) if self._several else values.get(self._alias)


_PLACES = {"query": "query_params", "header": "headers", "cookie": "cookies"}


class QueryModel:
    """A model whose members are parameters of the query.

    Raises:
        Unknown: Its members have names of a special kind, or it takes any others.
    """

    def __init__(self, field: ModelField) -> None:
        model: Any = field.field_info.annotation
        if not _is_model(model) or model.model_config.get("extra") == "allow":
            raise Unknown
        members = get_cached_model_fields(model)
        self.name = field.name
        self._field = field
        self._several = {
            _plain_alias(each)
            for each in members
            if field_annotation_is_sequence(each.field_info.annotation)
        }

    def read(self, request: Request, body: bytes) -> Any:
        """Its value."""
        del body
        text: bytes = request.scope["query_string"]
        values: dict[str, Any] = {}
        if text:
            for name, value in parse_qsl(text.decode("latin-1"), keep_blank_values=True):
                if name in self._several:
                    values.setdefault(name, []).append(value)
                else:
                    values[name] = value
        return _fitting(self._field, values)


class JsonBody:
    """The body, of JSON.

    Raises:
        Unknown: It is a form.
    """

    def __init__(self, field: ModelField) -> None:
        if isinstance(field.field_info, Form) or not _is_model(field.field_info.annotation):
            raise Unknown
        self.name = field.name
        self._field = field

    def read(self, request: Request, body: bytes) -> Any:
        """Its value."""
        if not body or request.headers.get("content-type") != JSON:
            raise Unfit
        try:
            content = json.loads(body)
        except ValueError:
            raise Unfit from None
        return _fitting(self._field, content)


def parameters(
    fields: Mapping[str, Sequence[ModelField]], body: Sequence[ModelField]
) -> list[Parameter]:
    """The parameters of one call.

    Args:
        fields: Those of the path, the query, headers and cookies, by these words.
        body: Those of the body.

    Raises:
        Unknown: They have something that is not known here.
    """
    found: list[Parameter] = []
    for place, each in fields.items():
        if place == "query" and len(each) == 1 and _is_model(each[0].field_info.annotation):
            found.append(QueryModel(each[0]))
        else:
            found += [Single(field, place) for field in each]
    return found + [JsonBody(field) for field in body]


def _fitting(field: ModelField, given: Any) -> Any:
    value, errors = field.validate(given, {}, loc=())
    if errors:
        raise Unfit
    return value


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _plain_alias(field: ModelField) -> str:
    alias = field.field_info.validation_alias
    if alias is not None and not isinstance(alias, str):
        raise Unknown
    return alias or field.alias
