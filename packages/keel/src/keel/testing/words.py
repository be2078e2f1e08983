"""Words that fit a field, found by its name."""

import re
from collections.abc import Callable
from functools import cache

from faker import Faker

from keel.testing.fields import Field
from keel.testing.phrases import paragraph, title

Words = Callable[[Faker], str]


def _email(fake: Faker) -> str:
    return f"{fake.first_name()}.{fake.last_name()}@example.com".lower()


_PEOPLE = "author|person|customer|member|user|student|teacher|patient|employee|contact|artist"

# The first pattern found in ".field" counts, in "noun.name" for a name; field names are known to
# mean the same everywhere.
_BY_NAME: tuple[tuple[str, Words], ...] = (
    (rf"({_PEOPLE})\.name$|full_name$", lambda fake: f"{fake.first_name()} {fake.last_name()}"),
    (r"\.first_name$", lambda fake: fake.first_name()),
    (r"\.(last|family)_name$|surname$", lambda fake: fake.last_name()),
    (r"user_?name$|nick|handle$", lambda fake: fake.user_name()),
    (r"password", lambda fake: fake.password(length=20, special_chars=False)),
    (r"e_?mail$", _email),
    (r"phone|mobile", lambda fake: fake.basic_phone_number()),
    (r"isbn", lambda fake: fake.isbn13(separator="")),
    (r"\bslug", lambda fake: fake.slug()),
    (r"city|town", lambda fake: fake.city()),
    (r"country_code", lambda fake: fake.country_code()),
    (r"country", lambda fake: fake.country()),
    (r"street|address$", lambda fake: fake.street_address()),
    (r"zip|post(al)?_?code", lambda fake: fake.postcode()),
    (r"company|publisher|brand|vendor|supplier", lambda fake: fake.company()),
    (r"currency", lambda fake: fake.currency_code()),
    (r"language", lambda fake: fake.language_name()),
    (r"colou?r", lambda fake: fake.color_name()),
    (r"job|position|profession", lambda fake: fake.job()),
    (r"sku|code$|reference$|number$", lambda fake: fake.bothify("??-#####").upper()),
    (r"name$|title$|subject$|label$|headline$|heading$", title),
    (r"about|body|text|description|content|note|comment|bio|summary", paragraph),
)


def words_for(field: Field, about: str, fake: Faker) -> str:
    """A text for `field` of the noun `about`; its bounds are not looked at."""
    if field.format == "email":
        return _email(fake)
    if field.format == "uri":
        return f"https://example.com/{fake.slug()}"
    said = _named(field.name, about if field.name == "name" else "")
    return said(fake) if said else title(fake).capitalize()


@cache  # every text asks
def _named(field: str, noun: str) -> Words | None:
    """What a field of this name holds; the name of a city is a city, its motto is not."""
    where = f"{noun}.{field}".lower()
    return next((words for pattern, words in _BY_NAME if re.search(pattern, where)), None)
