"""What an action needs of its row: a state, and values."""

from collections.abc import Iterable, Iterator, Mapping

from keel.data.model import Model
from keel.problems import Conflict, FieldError

States = str | tuple[str, ...]
"""The state that a field must be in, or several of which any will do."""


def refuse_unready(
    row: Model, action: str, needs: Iterable[str], states: Mapping[str, States]
) -> None:
    """Refuse to act on a row that is not as the action needs it.

    That is a conflict and not invalid: the request is right, and will do once the row is.

    Args:
        row: The row, locked.
        action: What shall be done with it.
        needs: Fields that must have a value; an empty text is none.
        states: By field, the state that it must be in.

    Raises:
        Conflict: It is in another state, or lacks a value; `errors` names each field.
    """
    unready = list(_wrong_states(row, states)) or list(_missing(row, needs))
    if unready:
        deed = action.replace("_", " ")
        errors = [FieldError(field, f"Must be {wanted}.") for field, _, wanted in unready]
        said = (f"`{field}` is {found}; it must be {wanted}." for field, found, wanted in unready)
        raise Conflict(f"Cannot {deed} this now: {' '.join(said)}", errors=errors)


def _wrong_states(row: Model, states: Mapping[str, States]) -> Iterator[tuple[str, str, str]]:
    for field, fitting in states.items():
        state: str = getattr(row, field)
        wanted = (fitting,) if isinstance(fitting, str) else fitting
        if state not in wanted:
            yield field, f"`{state}`", " or ".join(f"`{each}`" for each in wanted)


def _missing(row: Model, needs: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    for field in needs:
        if getattr(row, field) in (None, ""):
            yield field, "empty", "given first"
