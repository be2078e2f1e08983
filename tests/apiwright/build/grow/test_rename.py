"""Nouns are renamed in code and in prose."""

import pytest
from apiwright.build.grow.exemplar import TOPIC
from apiwright.build.grow.rename import Noun, rename

ORDER_LINE = Noun("OrderLine", "order_lines")


@pytest.mark.parametrize(
    ("code", "renamed"),
    [
        ("class TopicRead(Output):", "class OrderLineRead(Output):"),
        ("class TestTopics(ResourceTests):", "class TestOrderLines(ResourceTests):"),
        (
            "async def list_topics(topic_id: UUID)",
            "async def list_order_lines(order_line_id: UUID)",
        ),
        ("Topics = Annotated[TopicService]", "OrderLines = Annotated[OrderLineService]"),
        ('APIRouter(prefix="/topics")', 'APIRouter(prefix="/order-lines")'),
        ('__tablename__ = "topics"', '__tablename__ = "order_lines"'),
        ("topical = subtopic", "topical = subtopic"),
    ],
)
def test_code_gets_the_noun_as_identifiers_spell_it(code: str, renamed: str) -> None:
    assert rename(code, TOPIC, ORDER_LINE) == renamed


@pytest.mark.parametrize(
    ("prose", "renamed"),
    [
        ('"""A topic to add."""', '"""An order line to add."""'),
        ('"""Change a topic; topics stay."""', '"""Change an order line; order lines stay."""'),
        ('"""Topics in the database."""', '"""Order lines in the database."""'),
    ],
)
def test_prose_gets_the_noun_as_people_say_it(prose: str, renamed: str) -> None:
    assert rename(prose, TOPIC, ORDER_LINE) == renamed


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Author", "an author"),
        ("User", "a user"),
        ("UsageReport", "a usage report"),
        ("University", "a university"),
        ("UninvitedGuest", "an uninvited guest"),
        ("Hour", "an hour"),
        ("House", "a house"),
        ("Euro", "a euro"),
        ("OneTimeCode", "a one time code"),
        ("Umbrella", "an umbrella"),
    ],
)
def test_the_article_is_the_one_people_say(name: str, said: str) -> None:
    assert rename('"""a topic"""', TOPIC, Noun(name, f"{name}s")) == f'"""{said}"""'


def test_a_package_may_be_called_like_a_noun_of_the_exemplar() -> None:
    code = "from exemplar.topics.models import Topic"
    hot = rename(code, TOPIC, ORDER_LINE, "hot_topics")
    assert hot == "from hot_topics.order_lines.models import OrderLine"
    exemplar = rename(code, TOPIC, Noun("Exemplar", "exemplars"), "shop")
    assert exemplar == "from shop.exemplars.models import Exemplar"
