"""Believable values that a schema accepts, the same ones for the same seed."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from random import Random
from typing import Any
from uuid import UUID

from faker import Faker
from pydantic import BaseModel

from keel.data import StoredFile
from keel.testing.edges import edges_of
from keel.testing.fields import Field, fields_of
from keel.testing.file_samples import stored_file
from keel.testing.texts import texts

# One for all samples: it has hundreds of formatters to make.
_FAKER: Any = Faker(use_weighting=False)
_CENT = Decimal("0.01")
_WIDEST_RANGE = 1000
_FIRST_DAY, _DAYS = date(2019, 1, 1), 2500
_QUARTER, _LONGEST = timedelta(minutes=15), timedelta(days=3)
# Without midnight, so that there is a time of the same day before each and after each.
_QUARTERS = [time(minutes // 60, minutes % 60) for minutes in range(15, 24 * 60, 15)]
_FEW = 3


class Samples:
    """Makes values and bodies; a value comes twice only when there are no others left.

    Args:
        seed: The same seed makes the same values in the same order.
    """

    def __init__(self, seed: int = 0) -> None:
        self.random = Random(seed)  # noqa: S311 - samples, not secrets
        self._of_words = Random(seed)  # noqa: S311 - likewise
        self.faker.unique.clear()
        self._made: dict[tuple[str, str], dict[str, None]] = {}
        self._exhausted: set[tuple[str, str]] = set()

    @property
    def faker(self) -> Faker:
        """What finds words; its chance is that of these samples."""
        _FAKER.random = self._of_words
        faker: Faker = _FAKER
        return faker

    def body(self, schema: type[BaseModel], about: str = "") -> dict[str, Any]:
        """A value for every field of `schema`; a `UUID` among them refers to nothing."""
        return {field.name: self.value(field, about) for field in fields_of(schema)}

    def value(self, field: Field, about: str = "") -> Any:
        """A value of `field` within its bounds, not made before as far as there are enough.

        Args:
            field: What the value must meet.
            about: The noun that the field belongs to, to find fitting words.

        Raises:
            LookupError: No text was found that meets the pattern and the bounds of `field`.
        """
        made = self._made.setdefault((about, field.name), {})
        make = self._maker(field, about)
        value = make()
        for _ in range(100):
            if str(value) not in made:
                break
            value = make()
        made[str(value)] = None
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
            time: lambda: self._time(field),
            timedelta: lambda: self._duration(field),
            StoredFile: lambda: stored_file(field.name),
        }
        if field.choices:
            return lambda: self.random.choice(field.choices)
        if field.codes:
            return lambda: self.random.choice(field.codes)
        if field.is_a(str):
            return lambda: self._text(field, about)
        if field.is_a(BaseModel):
            return lambda: self.body(field.kind, about)
        if field.item is not None:
            return lambda: self._list(field, about)
        return makers.get(field.kind, self._json)

    def _json(self) -> dict[str, str]:
        return {"note": self.faker.word()}

    def _moment(self) -> datetime:
        day = _FIRST_DAY + timedelta(days=self.random.randrange(_DAYS))
        return datetime(day.year, day.month, day.day, self.random.randrange(24), tzinfo=UTC)

    def _time(self, field: Field) -> time:
        least, most = field.ge or time.min, field.le or time.max
        edges: list[time] = [edge for edge in (field.ge, field.le) if edge is not None]
        return self.random.choice([*edges, *filter(lambda it: least <= it <= most, _QUARTERS)])

    def _duration(self, field: Field) -> timedelta:
        least, most = field.ge or timedelta(0), field.le or _LONGEST
        steps = min((most - least) // _QUARTER, _WIDEST_RANGE)
        return least + _QUARTER * self.random.randint(0, steps)

    def _list(self, field: Field, about: str) -> list[Any]:
        """A few items; none twice where there are enough of them."""
        assert field.item is not None, "it is a list"
        least = max(field.shortest or 0, 1)
        number = self.random.randint(least, max(least, min(field.longest or _FEW, _FEW)))
        return [self.value(field.item, f"{about} item") for _ in range(number)]

    def _number(self, field: Field, step: Decimal) -> Decimal:
        """A number on a grid of `step`, near the bounds rather than far from all that is usual."""
        least, most = (
            Decimal(edge) if edge is not None else None for edge in edges_of(field, step)
        )
        limit = Decimal("Infinity")
        if field.digits is not None:
            limit = Decimal(10) ** field.digits * step - step
        least = -limit if least is None else max(least, -limit)
        most = limit if most is None else min(most, limit)
        least = max(least, Decimal(0) if most >= 0 else most - _WIDEST_RANGE)
        most = min(most, least + _WIDEST_RANGE)
        return least + step * self.random.randint(0, int((most - least) / step))

    def _text(self, field: Field, about: str) -> str:
        place = (about, field.name)
        made = self._made[place]
        if place not in self._exhausted:
            for text in texts(field, about, self.faker, self.random):
                if text not in made:
                    return text
            self._exhausted.add(place)
        if made:
            return self.random.choice([*made])
        raise LookupError(
            f"No text was found for `{field.name}` that matches {field.pattern!r}: "
            "override the fixture `samples` with a subclass whose `value` returns one."
        )


def _decimal_step(field: Field) -> Decimal:
    return _CENT if field.places is None else Decimal(1).scaleb(-field.places)
