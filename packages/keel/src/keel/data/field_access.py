"""Fields that only some callers may read or write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from pydantic import MISSING
from sqlalchemy import True_, select
from sqlmodel import col

from keel.access import owner
from keel.problems import FieldError, Forbidden

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from uuid import UUID

    from pydantic import BaseModel
    from sqlalchemy import Result

    from keel.access import Policy, Rule, Scope
    from keel.data.model import Model
    from keel.data.repository import Repository

_NOTHING: Mapping[UUID, Mapping[str, Any]] = {}


async def hidden_fields(
    repository: Repository[Any], rows: Sequence[Model]
) -> Mapping[UUID, Mapping[str, Any]]:
    """The members of answers that the caller may not read, each `MISSING`, by the row's id.

    No statement; one for all rows and fields where a rule asks who is a member of, or owns,
    another row.
    """
    scope = repository.scope
    rules = {
        name: rules.read
        for name, rules in repository.policy.fields.items()
        if not rules.read.admits_all_rows(scope.caller)
    }
    if not rules:
        return _NOTHING
    shown = {row.id: _own_fields(scope, row, rules) for row in rows}
    asked = {name: rule for name, rule in rules.items() if rule.rows - owner.rows}
    unsure = [row for row in rows if scope.caller.id and not asked.keys() <= shown[row.id]]
    if unsure:
        for row_id, names in (await _shown_fields(repository, unsure, asked)).items():
            shown[row_id] |= names
    return {row_id: dict.fromkeys(rules.keys() - names, MISSING) for row_id, names in shown.items()}


async def refuse_fields(repository: Repository[Any], row: Model, body: BaseModel) -> None:
    """Refuse a body with a field that the caller may not write in a row.

    No statement; one for each rule that asks who is a member of, or owns, another row.

    Args:
        repository: Whose policy says who may.
        row: The row before the change, or the one that shall be made.
        body: What the caller sent.

    Raises:
        Forbidden: It has such a field; `errors` names each.
    """
    refused = [
        FieldError(f"body.{name}", f"Only for: {rules.write}.")
        for name, rules in repository.policy.fields.items()
        if name in body.model_fields_set and not await repository.holds(rules.write, row)
    ]
    if refused:
        raise Forbidden("Your account may not set all of these fields.", errors=refused)


def refuse_unknown_fields(name: str, policy: Policy, model: type[Model]) -> None:
    """Refuse a policy with rules for fields that there are not, or for owners that there are not.

    Raises:
        TypeError: The policy of the repository `name` has such a rule.
    """
    for field, rules in policy.fields.items():
        if field not in model.model_fields:
            raise TypeError(f"{name}.policy guards `{field}`, which {model.__name__} has not.")
        if owner.rows & (rules.read.rows | rules.write.rows) and not hasattr(model, "owner_field"):
            raise TypeError(
                f"{name}.policy keeps `{field}` for owners, but rows of {model.__name__} have "
                "none. Derive the model from `Owned`, or take `owner` out of the rule."
            )


def _own_fields(scope: Scope, row: Model, rules: Mapping[str, Rule]) -> set[str]:
    """The fields that the caller may read for owning the row."""
    of_owners = {name for name, rule in rules.items() if owner.rows <= rule.rows}
    is_own = bool(of_owners) and isinstance(scope.of_row(row, owner), True_)
    return of_owners if is_own else set()


async def _shown_fields(
    repository: Repository[Any], rows: Collection[Model], rules: Mapping[str, Rule]
) -> Mapping[UUID, set[str]]:
    """The fields that the caller may read by these rules, by the row's id. One statement."""
    ids, scope = col(repository.model.id), repository.scope
    may = [scope.of_rows(repository.model, rule).label(name) for name, rule in rules.items()]
    statement: Any = select(ids, *may).where(ids.in_([row.id for row in rows]))
    found = cast("Result[Any]", await repository.session.exec(statement))
    return {
        held.pop("id"): {name for name, holds in held.items() if holds}
        for held in map(dict[str, Any], found.mappings())
    }
