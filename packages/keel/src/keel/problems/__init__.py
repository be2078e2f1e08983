"""Every failure is a class, and every failure is answered as `application/problem+json`."""

from keel.problems.answers import answers
from keel.problems.kinds import (
    BadRequest,
    Conflict,
    Forbidden,
    HeadersTooLarge,
    InsufficientStorage,
    InternalError,
    Invalid,
    MethodNotAllowed,
    NotFound,
    PayloadTooLarge,
    RangeNotSatisfiable,
    RequestTimeout,
    TooManyRequests,
    Unauthorized,
    Unavailable,
    UnsupportedMediaType,
    Unwritten,
)
from keel.problems.problem import MEDIA_TYPE, FieldError, Problem

__all__ = [
    "MEDIA_TYPE",
    "BadRequest",
    "Conflict",
    "FieldError",
    "Forbidden",
    "HeadersTooLarge",
    "InsufficientStorage",
    "InternalError",
    "Invalid",
    "MethodNotAllowed",
    "NotFound",
    "PayloadTooLarge",
    "Problem",
    "RangeNotSatisfiable",
    "RequestTimeout",
    "TooManyRequests",
    "Unauthorized",
    "Unavailable",
    "UnsupportedMediaType",
    "Unwritten",
    "answers",
]
