"""Guards: what stands at the door of every operation and says who may come in."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import Depends, Request
from fastapi.security import OAuth2PasswordBearer

from keel.access import ANONYMOUS, Rule
from keel.auth.caller import CurrentCaller
from keel.problems import Forbidden, Unauthorized

if TYPE_CHECKING:
    from fastapi.routing import RouteContext
    from starlette.routing import BaseRoute

SIGN_IN_PATH = "/auth/sign-in"

# Shows the padlock and fills the Authorize box of the docs; `CurrentCaller` reads the token.
_PADLOCK = OAuth2PasswordBearer(tokenUrl=SIGN_IN_PATH, scheme_name="sign-in", auto_error=False)


@dataclass(frozen=True, slots=True)
class Guard:
    """The rule of one operation, as a dependency.

    Attributes:
        by_key: Whether an API key may stand for its owner here.
    """

    rule: Rule
    by_key: bool = True


class OpenDoor(Guard):
    """Lets everybody in without asking who it is; a stale token is no hindrance."""

    __slots__ = ()

    async def __call__(self) -> None:
        """Nothing to check."""


class ClosedDoor(Guard):
    """Lets in whom the rule admits; which rows they reach is the repository's concern."""

    __slots__ = ()

    async def __call__(
        self,
        request: Request,
        caller: CurrentCaller,
        _padlock: Annotated[str | None, Depends(_PADLOCK)],
    ) -> None:
        """Refuse whom the rule can never admit.

        Raises:
            Unauthorized: It is not known who calls.
            Forbidden: It is known, and they may not.
        """
        if caller.key_id and not self.by_key:
            raise Forbidden("An API key does not stand for a person here; sign in.")
        if self.rule.admits(caller):
            return
        if not caller.is_signed_in:
            raise Unauthorized(f"Sign in at `POST {_prefix(request)}{SIGN_IN_PATH}` first.")
        raise Forbidden(f"This is for: {self.rule}. Your role is {caller.role}.")


def _prefix(request: Request) -> str:
    """What stands before the paths of the version that was asked for."""
    version = request.url.path.split("/")[1]
    older: frozenset[str] = request.app.state.older
    prefix: str = f"/{version}" if version in older else request.app.state.prefix
    return prefix


def allow(rule: Rule, *, by_key: bool = True) -> Any:
    """A dependency that lets in whom `rule` admits: 401 when unknown, 403 when not enough.

    Args:
        rule: Who may.
        by_key: Whether an API key may stand for its owner.
    """
    return Depends(OpenDoor(rule) if rule.admits(ANONYMOUS) else ClosedDoor(rule, by_key))


def guard_of(route: "BaseRoute | RouteContext") -> Rule | None:
    """The rule that stands at a route's door, or `None` where nothing stands there."""
    door = door_of(route)
    return door.rule if door else None


def door_of(route: "BaseRoute | RouteContext") -> Guard | None:
    """What stands at a route's door."""
    for dependency in getattr(route, "dependencies", ()):
        if isinstance(dependency.dependency, Guard):
            return dependency.dependency
    return None
