"""A version of an API that older clients still get."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute, RouteContext, iter_route_contexts

from keel.edge import Retirement
from keel.versions.answers import Answers
from keel.versions.endpoint import turned
from keel.versions.shape import Shape

_KEPT = (
    "deprecated",
    "dependencies",
    "description",
    "include_in_schema",
    "methods",
    "name",
    "openapi_extra",
    "response_class",
    "response_description",
    "responses",
    "status_code",
    "summary",
    "tags",
)
"""What a route of then has from that of today."""


@dataclass(frozen=True)
class OlderVersion:
    """The routes of today below the path of an older version, in the shapes that it has.

    Guards, services and rules are those of today; what goes in and out is turned on its way.

    Attributes:
        name: The first part of its paths: `v1`.
        shapes: What differs.
        without: The routers that it does not have.
        deprecated: From when nobody should begin to use it; it may lie ahead.
        sunset: From when it may be gone; not before `deprecated`.
    """

    name: str
    shapes: Sequence[Shape] = ()
    without: Sequence[APIRouter] = ()
    deprecated: date | None = None
    sunset: date | None = None

    @property
    def retirement(self) -> Retirement:
        """When it comes to an end."""
        return Retirement(self.deprecated, self.sunset)

    def mount(self, app: FastAPI, routers: Sequence[APIRouter]) -> None:
        """Let `app` serve it, with what it has of the routers of today."""
        for router in routers:
            if not any(router is each for each in self.without):
                app.include_router(
                    self.router(router),
                    prefix=f"/{self.name}",
                    deprecated=self.deprecated is not None,
                    generate_unique_id_function=self._operation_id,
                )

    def router(self, router: APIRouter) -> APIRouter:
        """The routes of a router as they are in this version; itself where none differs."""
        routes = list(iter_route_contexts(router.routes))
        shape = next((each for each in self.shapes if each.router is router), None)
        if shape is None and not any(map(self._differs, routes)):
            return router
        older = APIRouter()
        for route in routes:
            self._add(route, shape or Shape(router), older)
        return older

    @cached_property
    def _answers(self) -> Answers:
        schemas = {now: then for each in self.shapes for now, then in each.schemas.items()}
        return Answers(schemas, suffix=self.name.upper())

    def _differs(self, route: RouteContext) -> bool:
        if not isinstance(route.original_route, APIRoute):
            return False
        return self._answers.of(route.response_model) is not route.response_model

    def _add(self, route: RouteContext, shape: Shape, older: APIRouter) -> None:
        if not isinstance(route.original_route, APIRoute):
            older.routes.append(route.original_route)
            return
        older.add_api_route(
            route.path or "",
            turned(route.original_route.endpoint, shape, self._answers),
            response_model=self._answers.of(route.response_model),
            **{name: getattr(route, name) for name in _KEPT},
        )

    def _operation_id(self, route: APIRoute) -> str:
        return f"{route.name}_{self.name}"
