"""Types of answers, with the schemas of then in the place of those of today."""

from collections.abc import Mapping
from inspect import get_annotations
from types import UnionType
from typing import Annotated, Any, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel, create_model

Schema: TypeAlias = type[BaseModel]


class Answers:
    """What stands for each type of answers in an older version.

    `Page[BookRead]` becomes `Page[BookReadV1]`; a schema that holds a `BookRead` becomes one of its
    own that holds a `BookReadV1`. What holds nothing that differs stays.

    Args:
        schemas: For each schema of today that differs, the one of then.
        suffix: Of the names of schemas that hold them.
    """

    def __init__(self, schemas: Mapping[Schema, Schema], suffix: str) -> None:
        self._known: dict[Schema, Schema] = {BaseModel: BaseModel, **schemas}
        self._suffix = suffix

    def of(self, kind: Any) -> Any:
        """The type of then; the very same where nothing in it differs."""
        schema: Any = kind
        if isinstance(schema, type) and issubclass(schema, BaseModel):
            return self._schema(schema)
        parts = get_args(kind)
        found = tuple(map(self.of, parts))
        return kind if found == parts else _joined(get_origin(kind), found)

    def _schema(self, kind: Schema) -> Schema:
        if kind not in self._known:
            self._known[kind] = kind  # it may hold its own kind
            generic = kind.__pydantic_generic_metadata__
            origin: Any = generic["origin"]
            if origin:
                parts = tuple(map(self.of, generic["args"]))
                self._known[kind] = kind if parts == generic["args"] else origin[parts]
            else:
                self._known[kind] = self._holding(kind)
        return self._known[kind]

    def _holding(self, kind: Schema) -> Schema:
        """A schema whose parent or members differ."""
        own = get_annotations(kind)
        fields = {name: field for name, field in kind.model_fields.items() if name in own}
        then = {name: self.of(field.annotation) for name, field in fields.items()}
        above = kind.__bases__[0]
        parent = self.of(above)
        same = all(then[name] is field.annotation for name, field in fields.items())
        if same and parent is above:
            return kind
        members: dict[str, Any] = {name: (then[name], field) for name, field in fields.items()}
        name = f"{kind.__name__}{self._suffix}"
        return create_model(name, __base__=parent, __doc__=kind.__doc__, **members)


def _joined(origin: Any, parts: tuple[Any, ...]) -> Any:
    if origin in (Union, UnionType):
        return Union[parts]  # noqa: UP007 - of as many as there are
    return Annotated[parts] if origin is Annotated else origin[parts]
