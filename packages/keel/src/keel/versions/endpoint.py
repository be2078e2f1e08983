"""Endpoints that take and give what clients of an older version know."""

from collections.abc import Callable, Mapping
from functools import update_wrapper
from inspect import Parameter, iscoroutinefunction, signature
from typing import Annotated, Any, get_args, get_origin

from fastapi.concurrency import run_in_threadpool

from keel.data import ExportResponse
from keel.data.database.conflicts import problems_for_refusals
from keel.problems import Problem
from keel.versions.answers import Answers
from keel.versions.shape import Schemas, Shape

Endpoint = Callable[..., Any]


def turned(endpoint: Endpoint, shape: Shape, answers: Answers) -> Endpoint:
    """An endpoint that takes the schemas of then, and calls `endpoint` with those of today.

    What it answers is left to the response's model, but for files, which have none.
    """

    async def older(**given: Any) -> Any:
        values = {name: shape.today(value) for name, value in given.items()}
        try:
            with problems_for_refusals():
                answer = await _call(endpoint, values)
        except Problem as problem:
            raise shape.told(problem) from problem.__cause__
        if isinstance(answer, ExportResponse):
            answer.show(answers.of(answer.output))
        return answer

    said = signature(endpoint, eval_str=True)
    parameters = [_parameter(each, shape.schemas) for each in said.parameters.values()]
    update_wrapper(older, endpoint)
    # FastAPI would look through it: at its types, and at whether it is a coroutine.
    del older.__dict__["__wrapped__"]
    older.__dict__["__signature__"] = said.replace(parameters=parameters)
    return older


async def _call(endpoint: Endpoint, values: Mapping[str, Any]) -> Any:
    if iscoroutinefunction(endpoint):
        return await endpoint(**values)
    return await run_in_threadpool(endpoint, **values)


def _parameter(parameter: Parameter, schemas: Schemas) -> Parameter:
    kind = parameter.annotation
    if get_origin(kind) is Annotated:
        first, *how = get_args(kind)
        return parameter.replace(annotation=Annotated[(schemas.get(first, first), *how)])
    return parameter.replace(annotation=schemas.get(kind, kind))
