"""Regular expressions that mean something to Python and to pydantic, whose engine is Rust's."""

from __future__ import annotations

import re
import warnings

from pydantic_core import SchemaError, SchemaValidator, ValidationError, core_schema

MAX_LENGTH = 500


def why_unusable(pattern: str) -> str | None:
    """What keeps a pattern from use, as the end of a sentence."""
    if len(pattern) > MAX_LENGTH:
        return f"it is longer than {MAX_LENGTH} characters"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            re.compile(pattern)
        _validator(pattern)
    except SchemaError as error:
        return _first_error(str(error))
    except (re.error, Warning, OverflowError, RecursionError) as error:
        return str(error)
    return None


def finds(pattern: str, text: str) -> bool:
    """Whether the pattern finds something in the text, as a request would be checked."""
    try:
        _validator(pattern).validate_python(text)
    except ValidationError:
        return False
    return True


def _validator(pattern: str) -> SchemaValidator:
    return SchemaValidator(core_schema.str_schema(pattern=pattern))


def _first_error(message: str) -> str:
    found = re.search(r"error: (.+)", message)
    return found[1] if found else "its engine refuses it"
