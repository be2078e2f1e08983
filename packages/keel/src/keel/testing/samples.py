"""Believable values that a schema accepts, the same ones for the same seed."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import chain
from random import Random
from typing import Any, get_origin
from uuid import UUID

from faker import Faker
from polyfactory.value_generators.regex import RegexFactory
from pydantic import BaseModel

from keel.testing.edges import edges_of
from keel.testing.fields import Field, fields_of
from keel.testing.words import words_for

_CENT = Decimal("0.01")
_WIDEST_RANGE = 1000
_FIRST_DAY, _DAYS = date(2019, 1, 1), 2500


class Samples:
    """Makes values and bodies; a text never comes twice.

    Args:
        seed: The same seed makes the same values in the same order.
    """

    def __init__(self, seed: int = 0) -> None:
        self.random = Random(seed)  # noqa: S311 - samples, not secrets
        self.faker = Faker(use_weighting=False)
        self.faker.seed_instance(seed)
        self._from_pattern = RegexFactory(self.random)
        self._seen: set[tuple[str, str, str]] = set()

    def body(self, schema: type[BaseModel], about: str = "") -> dict[str, Any]:
        """A value for every field of `schema`; a `UUID` among them refers to nothing."""
        return {field.name: self.value(field, about) for field in fields_of(schema)}

    def value(self, field: Field, about: str = "") -> Any:
        """A value of `field` within its bounds, not made before as far as there are enough.

        Args:
            field: What the value must meet.
            about: The noun that the field belongs to, to find fitting words.

        Raises:
            LookupError: No text was found that matches the pattern of `field`.
        """
        make = self._maker(field, about)
        value = make()
        for _ in range(100):
            if (about, field.name, str(value)) not in self._seen:
                break
            value = make()
        self._seen.add((about, field.name, str(value)))
        return value

    def _maker(self, field: Field, about: str) -> Callable[[], Any]:
        makers: dict[Any, Callable[[], Any]] = {
            bool: lambda: self.random.choice((False, True)),
            int: lambda: int(self._number(field, Decimal(1))),
            float: lambda: float(self._number(field, _CENT)),
            Decimal: lambda: self._number(field, _decimal_step(field)),
            UUID: lambda: UUID(int=self.random.getrandbits(128), version=4),
            datetime: self._moment,
            date: lambda: self._moment().date(),
        }
        if field.choices:
            return lambda: self.random.choice(field.choices)
        if field.is_a(str):
            return lambda: self._text(field, about)
        if field.is_a(BaseModel):
            return lambda: self.body(field.kind, about)
        if get_origin(field.kind) is list:
            return list
        return makers.get(field.kind, self._json)

    def _json(self) -> dict[str, str]:
        return {"note": self.faker.word()}

    def _moment(self) -> datetime:
        day = _FIRST_DAY + timedelta(days=self.random.randrange(_DAYS))
        return datetime(day.year, day.month, day.day, self.random.randrange(24), tzinfo=UTC)

    def _number(self, field: Field, step: Decimal) -> Decimal:
        """A number on a grid of `step`, near the bounds rather than far from all that is usual."""
        least, most = (
            Decimal(edge) if edge is not None else None for edge in edges_of(field, step)
        )
        if field.digits is not None:
            largest = Decimal(10) ** field.digits * step - step
            most = largest if most is None else min(most, largest)
        if least is None:
            least = Decimal(0) if most is None or most >= 0 else most - _WIDEST_RANGE
        most = least + _WIDEST_RANGE if most is None else min(most, least + _WIDEST_RANGE)
        return least + step * self.random.randint(0, int((most - least) / step))

    def _text(self, field: Field, about: str) -> str:
        for text in chain(field.examples, self._texts(field, about)):
            if _meets(field, text) and (about, field.name, text) not in self._seen:
                return str(text)
        raise LookupError(
            f"No new text was found for `{field.name}` that matches {field.pattern!r}: "
            "override the fixture `samples` with a subclass whose `value` returns one."
        )

    def _texts(self, field: Field, about: str) -> Iterator[str]:
        """Words that fit, then words told apart by a number, then anything."""
        words = ""
        for _ in range(20):
            words = _fitted(words_for(field, about, self.faker), field)
            yield words
        if field.pattern is not None:
            yield from (self._from_pattern(field.pattern) for _ in range(500))
        else:
            yield from (_numbered(words, number, field) for number in range(2, 1000))
            length = field.longest or 20
            yield from (self.faker.pystr(length, length) for _ in range(1000))


def _decimal_step(field: Field) -> Decimal:
    return _CENT if field.places is None else Decimal(1).scaleb(-field.places)


def _meets(field: Field, text: str) -> bool:
    if not (field.shortest or 0) <= len(text) <= (field.longest or len(text)):
        return False
    return field.pattern is None or re.search(field.pattern, text) is not None


def _fitted(text: str, field: Field) -> str:
    text = text[: field.longest].strip()
    return text.ljust(field.shortest or 0, "x")


def _numbered(text: str, number: int, field: Field) -> str:
    if "@" in text or "://" in text:
        return re.sub(r"(?=@)|$", str(number), text, count=1)
    suffix = f" {number}"
    return text[: (field.longest or 1000) - len(suffix)] + suffix
