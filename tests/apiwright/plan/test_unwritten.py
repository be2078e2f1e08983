"""What is unwritten is what still raises `Unwritten`, as the services on disk say."""

from pathlib import PurePosixPath

import pytest
from apiwright.blueprint.read import read_blueprint
from apiwright.plan.unwritten import unwritten

SERVICE = PurePosixPath("shop/stats/service.py")
BLUEPRINT = read_blueprint(
    "backend: Shop\nresources: {}\nendpoints:\n"
    "  GET /stats/best: {returns: {title: str}, access: anyone}\n"
)
GROWN = """
class StatsService:
    async def best(self) -> BestAnswer:
        raise Unwritten("To be written.")
"""
WRITTEN = GROWN.replace('raise Unwritten("To be written.")', 'return BestAnswer(title="x")')


def said(source: str | None) -> list[str]:
    files = {} if source is None else {SERVICE: source.encode()}
    return [str(endpoint) for endpoint in unwritten(BLUEPRINT, files)]


@pytest.mark.parametrize(
    "source",
    [
        None,
        GROWN,
        GROWN.replace('("To be written.")', ""),
        GROWN.replace("Unwritten(", "problems.Unwritten("),
        GROWN.replace("        raise", "        if self.is_new:\n            raise"),
        WRITTEN.replace("best(", "worst("),
        WRITTEN.replace("StatsService", "OtherService"),
        "class StatsService(:",
    ],
)
def test_it_is_unwritten(source: str | None) -> None:
    assert said(source) == ["GET /stats/best"]


def test_it_is_written() -> None:
    assert said(WRITTEN) == []
