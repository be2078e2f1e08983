"""Scenes: one resource of a running app, with rows and callers to try it with."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from keel.data import Model
from keel.testing.able import required_members
from keel.testing.action import Action
from keel.testing.answers import Answer
from keel.testing.cast import Cast
from keel.testing.fields import Field
from keel.testing.fitting import fitted
from keel.testing.room import must_have_room
from keel.testing.visitors import Visitor


class Scene(Cast):
    """A resource, rows of it that belong to `callers.owner`, and who may do what with them."""

    def path(self, operation: str, by: Visitor) -> str:
        """Where rows are listed, and where a caller creates them, below a row of their own."""
        if self.resource.under is None:
            return self.resource.path
        return self.resource.rows(self._parent(self.callers.owner if operation == "list" else by))

    def create(self, by: Visitor, body: Mapping[str, Any]) -> Answer:
        """What comes of a body that a caller sends to where they create rows."""
        return by.post(self.path("create", by), body)

    def body(self, operation: str, by: Visitor) -> dict[str, Any]:
        """A body that the operation takes of a caller, who sees what it names if it need not."""
        hidden = self._hidden(operation, by) - required_members(self.resource, operation)
        settable = self.settable_body(operation, by).items()
        body = {name: value for name, value in settable if name not in hidden}
        if operation == "create":
            owner = {self.resource.owner_field: by.caller.id} if self.resource.owner_field else {}
            must_have_room(self.store, self.resource.model, body | owner)
        return body

    def settable_body(self, operation: str, by: Visitor) -> dict[str, Any]:
        """A whole body, as far as a caller may set it, also if what it names is hidden."""
        whole = self.whole_body(operation, by)
        return {name: value for name, value in whole.items() if self.may_write(name, operation, by)}

    def whole_body(self, operation: str, by: Visitor) -> dict[str, Any]:
        """A body with everything; what it refers to is there, and `by` may see it.

        What the policy looks at is no more `by`'s than the policy needs it to be.
        """
        schema = self.resource.body(operation)
        assert schema is not None, f"{operation} takes no body"
        owner_id = by.caller.id or self.callers.owner.caller.id
        places = self.places.make()
        body = self._rows.body(schema, self.resource.model, owner_id)
        if under := {*places} & {self.resource.under}:
            places.pop(*under)
        if places.keys() <= body.keys():
            body |= places
            self.places.enroll_in({**body, **{name: self._parent(by) for name in under}})
        deciding = self.resource.policy.create.columns if operation == "create" else places
        others = {name: model for name, model in self._targets.items() if name not in deciding}
        self._show(body, by, others)
        return body

    def change(self, row: Any, changed: Mapping[str, Any]) -> dict[str, Any]:
        """A change of a row, with what rules ask to change with it."""
        before = dict(row)
        fit = self.fitted({**before, **changed}, fixed=changed)
        return {name: value for name, value in fit.items() if value != before.get(name)} | {
            **changed
        }

    def beside(self, row: Any, changed: Mapping[str, Any]) -> dict[str, Any]:
        """A change of a row, with values that rules allow beside what stays of it."""
        kept = {name: value for name, value in dict(row).items() if name not in changed}
        fit = self.fitted({**kept, **changed}, fixed=kept)
        return {name: fit[name] for name in changed}

    @property
    def fields(self) -> Mapping[str, Field]:
        """What may be in the columns, as bodies bound it."""
        return self._rows.fields(self.resource.model)

    def fitted(self, values: Mapping[str, Any], fixed: Collection[str]) -> dict[str, Any]:
        """Values of a row, changed where they break a rule; those of `fixed` stay."""
        return fitted(self.resource.model, values, self.fields, fixed)

    def send(self, operation: str, by: Visitor, row: Model | None = None) -> Answer:
        """The operation with a valid body, on `row` where it needs one."""
        if operation == "list":
            return by.get(self.path("list", by))
        if operation == "create":
            return by.post(self.path("create", by), self.body("create", by))
        assert row is not None, f"{operation} needs a row"
        url = self.resource.url(row.id)
        if operation == "update":
            return by.patch(url, self.beside(row, self.body("update", by)))
        return by.send("GET" if operation == "read" else "DELETE", url)

    def act(self, action: Action, by: Visitor, row: Any = None) -> Answer:
        """An action with a valid body, on `row` where it needs one."""
        endpoint = self.resource.action_endpoints[action.name]
        owner_id = by.caller.id or self.callers.owner.caller.id
        body: dict[str, Any] = {}
        if endpoint.body:
            body = self._rows.body(endpoint.body, self.resource.model, owner_id)
        for name, model in action.refers.items():
            body[name] = self._rows.make(model, owner_id).id
        self._show(body, by, {**self._targets, **action.refers})
        before: dict[str, Any] = {} if row is None else dict(row)
        for settings in action.settings(self.fields) if before else ():
            body = self.beside({**before, **settings}, body)
        return by.post(re.sub(r"{\w+}", str(row and row.id), endpoint.path), body)
