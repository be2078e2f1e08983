"""Exports: every row that a list has, as a file that is made while it is sent."""

import csv
import json
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from functools import cache
from io import StringIO
from typing import Any, Literal, TypeAlias, get_args
from uuid import UUID

from pydantic import JsonValue
from starlette.responses import StreamingResponse
from starlette.types import Send

from keel.data.files.stored import FileLink
from keel.data.schemas import Input, Output
from keel.data.service import Service

FileFormat: TypeAlias = Literal["csv", "jsonl"]

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet may take for the beginning of a formula.

Source: https://owasp.org/www-community/attacks/CSV_Injection.
"""


class ExportResponse(StreamingResponse):
    """The rows of a service as a file; memory holds one chunk of them at a time.

    What goes wrong before the first chunk is there is answered as any problem is. Later the status
    is sent already: the connection ends without the answer's own end, so that clients see a broken
    download instead of a shorter file.

    Attributes:
        output: The schema of a row.
    """

    output: type[Output]
    _write: Callable[[type[Output]], AsyncIterator[str]]

    @classmethod
    def of(
        cls,
        service: Service[Any, Any, Any, Any],
        query: Input,
        file_format: FileFormat,
        **given: UUID,
    ) -> "ExportResponse":
        """The rows of a service.

        Args:
            service: Whose rows; its session must last until the answer is sent.
            query: Which rows, and in what order.
            file_format: As what.
            given: What the rows must refer to.
        """
        written, chunks = _FORMATS[file_format], service.chunks(query, **given)
        name = service.repository.model.__tablename__.replace("_", "-")
        export = cls(
            written.pieces(service.output, chunks),
            media_type=written.media_type,
            headers={"content-disposition": f'attachment; filename="{name}.{file_format}"'},
        )
        export.output = service.output
        export._write = lambda output: written.pieces(output, _as(output, chunks))
        return export

    def show(self, output: type[Output]) -> None:
        """Write each row as another schema has it, that takes the attributes of the service's."""
        self.output = output
        self.body_iterator = self._write(output)

    async def stream_response(self, send: Send) -> None:
        """Send the answer, once its first piece is there."""
        pieces = aiter(self.body_iterator)
        first = await anext(pieces, b"")

        async def all_pieces() -> AsyncIterator[Any]:
            yield first
            async for piece in pieces:
                yield piece

        self.body_iterator = all_pieces()
        await super().stream_response(send)


def exported(*formats: FileFormat) -> dict[int | str, dict[str, Any]]:
    """The `responses=` of a route that answers an `ExportResponse` of these formats."""
    content = {
        _FORMATS[each].media_type: {
            "schema": {"type": "string", "description": _FORMATS[each].says}
        }
        for each in formats
    }
    return {200: {"description": "A file of all rows.", "content": content}}


@dataclass(frozen=True, slots=True)
class _Format:
    media_type: str
    says: str
    header: Callable[[type[Output]], str]
    body: Callable[[Sequence[Output]], str]

    async def pieces(
        self, output: type[Output], chunks: AsyncIterator[Sequence[Output]]
    ) -> AsyncIterator[str]:
        # The header waits for the first rows: once it is sent, nothing can be refused any more.
        header = self.header(output)
        async for answers in chunks:
            yield header + self.body(answers)
            header = ""
        yield header


async def _as(
    output: type[Output], chunks: AsyncIterator[Sequence[Output]]
) -> AsyncIterator[Sequence[Output]]:
    async for answers in chunks:
        yield [output.model_validate(each) for each in answers]


def _csv_header(output: type[Output]) -> str:
    return _csv_lines([list(output.model_fields)])


def _csv_body(answers: Sequence[Output]) -> str:
    return _csv_lines(map(_cells, answers))


def _csv_lines(lines: Any) -> str:
    text = StringIO()
    csv.writer(text).writerows(lines)  # RFC 4180: ends lines with CR LF, doubles quotes
    return text.getvalue()


def _cells(answer: Output) -> list[str]:
    sent = answer.model_dump(mode="json")  # without what is not for this caller
    of_json = _json_members(type(answer))
    return [_cell(value, sent.get(name), is_json=name in of_json) for name, value in answer]


def _cell(value: object, sent: JsonValue, *, is_json: bool) -> str:
    """A member of an answer as a cell.

    Args:
        value: As Python holds it.
        sent: As JSON says it.
        is_json: Whether it can be any JSON, so that even a text keeps its quotes.
    """
    if sent is None:
        return ""
    if isinstance(value, FileLink):
        return value.url
    if is_json or isinstance(sent, bool | list | dict):
        return json.dumps(sent, ensure_ascii=False)
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return str(sent)


@cache
def _json_members(output: type[Output]) -> frozenset[str]:
    """The members that can be any JSON."""
    fields = output.model_fields.items()
    return frozenset(name for name, field in fields if _is_json(field.annotation))


def _is_json(kind: Any) -> bool:
    return kind is JsonValue or any(map(_is_json, get_args(kind)))


def _json_lines(answers: Sequence[Output]) -> str:
    return "".join(f"{answer.model_dump_json()}\n" for answer in answers)


_FORMATS: dict[FileFormat, _Format] = {
    "csv": _Format(
        "text/csv",
        "RFC 4180: a line of names, then one line a row.",
        _csv_header,
        _csv_body,
    ),
    "jsonl": _Format(
        "application/jsonl",
        "One JSON object a line, each as the list has it.",
        lambda _output: "",
        _json_lines,
    ),
}
