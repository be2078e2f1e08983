"""What is said twice in a list's address is said once in its links."""

import pytest

from tests.keel.data.conftest import Shop

pytestmark = pytest.mark.anyio


async def test_links_say_each_parameter_once(shop: Shop) -> None:
    query = "sort=name&sort=-name&sort=name&q=a&q=a&limit=1&limit=2&offset=0&offset=0"
    answer = await shop.nobody.get(f"/shelves?{query}")
    first = answer.links["first"]["url"]
    assert first == "/shelves?sort=-name&sort=name&q=a&limit=2&offset=0"
