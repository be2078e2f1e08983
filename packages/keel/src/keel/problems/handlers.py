"""How failures become answers: one translation, whoever raised them."""

from http import HTTPStatus
from http.client import responses

from fastapi import FastAPI, Request
from fastapi.datastructures import FormData
from fastapi.exceptions import RequestValidationError
from fastapi.routing import iter_route_contexts
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.responses import Response

from keel.problems import kinds
from keel.problems.field_errors import field_errors
from keel.problems.problem import FieldError, Problem

FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")


def install(app: FastAPI) -> None:
    """Answer whatever is raised inside a route as a problem."""
    app.add_exception_handler(HTTPException, _on_refusal)
    app.add_exception_handler(RequestValidationError, _on_invalid_request)


def respond(problem: Problem, path: str) -> Response:
    """The answer that tells `problem` to who asked for `path`."""
    return Response(
        problem.document(path),
        problem.status,
        headers=problem.headers,
        media_type=problem.media_type,
    )


async def _on_refusal(request: Request, failure: Exception) -> Response:
    assert isinstance(failure, HTTPException)  # noqa: S101 - registered for nothing else
    if failure.status_code < HTTPStatus.BAD_REQUEST:
        return Response(status_code=failure.status_code, headers=failure.headers)
    return respond(_problem(failure, request), request.scope["path"])


async def _on_invalid_request(request: Request, failure: Exception) -> Response:
    assert isinstance(failure, RequestValidationError)  # noqa: S101 - registered for nothing else
    wanted = _wanted_type(failure.body, request.headers.get("content-type", ""))
    problem = (
        _unsupported(wanted) if wanted else kinds.Invalid(errors=field_errors(failure.errors()))
    )
    return respond(problem, request.scope["path"])


def _unsupported(wanted: str) -> Problem:
    return kinds.UnsupportedMediaType(
        f"Send the body as `Content-Type: {wanted}`.", headers={"Accept": wanted}
    )


def _problem(failure: HTTPException, request: Request) -> Problem:
    if isinstance(failure, Problem):
        return failure
    if isinstance(failure.__context__, MultiPartException):
        return kinds.Invalid(errors=[FieldError("body", failure.detail)])
    headers = dict(failure.headers or {})
    if failure.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = _allowed_methods(request)
    phrase = responses.get(failure.status_code, "Unknown Error")
    detail = None if failure.detail == phrase else str(failure.detail)
    kind = kinds.BY_STATUS.get(failure.status_code, Problem)
    problem = kind(detail, headers=headers)
    if kind is Problem:
        problem.status, problem.title = failure.status_code, phrase
    return problem


def _allowed_methods(request: Request) -> str:
    # Starlette names those of the first route that matches; a path may have several.
    path = request.scope["path"].removeprefix(request.scope.get("root_path", ""))
    methods: set[str] = set()
    for route in iter_route_contexts(request.app.routes):
        if route.methods and route.path_regex.match(path):
            methods |= route.methods
    if "GET" in methods:
        methods.add("HEAD")
    return ", ".join(sorted(methods))


def _wanted_type(body: object, sent: str) -> str | None:
    # FastAPI leaves a body as bytes where it wanted JSON, and an empty form where it wanted one.
    if isinstance(body, bytes):
        return "application/json"
    if isinstance(body, FormData) and sent and not sent.lower().startswith(FORMS):
        return FORMS[1]
    return None
