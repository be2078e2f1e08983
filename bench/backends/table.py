"""What was measured, as tables."""

from collections.abc import Callable, Mapping, Sequence

from load import Load
from servers import BUILT_BACKEND, Contender
from work import Work

Figures = Mapping[Contender, Mapping[str, float]]


def show(
    works: Sequence[Work],
    costs: Figures,
    statements: Figures,
    memory: Mapping[Contender, float],
    loads: Mapping[Contender, Mapping[str, Load]],
) -> None:
    """Print every figure."""
    for work in works:
        _say(f"{work.name}: {work.about}")
    ours = costs.get(BUILT_BACKEND, {})

    def cost(each: Contender, work: Work) -> str:
        ratio = costs[each][work.name] / ours[work.name] if ours else 1
        return f"{costs[each][work.name]:,.0f} ({ratio:.2f})"

    _table("CPU of the server, µs a request (times the built backend's)", works, costs, cost)
    _table(
        "statements a request", works, costs, lambda each, work: f"{statements[each][work.name]:g}"
    )
    _table(
        "p50 / p99, ms",
        works,
        costs,
        lambda each, work: " / ".join(
            f"{loads[each][work.name].percentile_ms(percent):.1f}" for percent in (50, 99)
        ),
    )
    _say("\n| memory, MB | |\n|---|---|")
    for each, megabytes in memory.items():
        _say(f"| {each.title} | {megabytes:.0f} |")


def _table(
    title: str,
    works: Sequence[Work],
    contenders: Figures,
    cell: Callable[[Contender, Work], str],
) -> None:
    _say(f"\n| {title} | {' | '.join(work.name for work in works)} |")
    _say("|---" * (len(works) + 1) + "|")
    for each in contenders:
        _say(f"| {each.title} | {' | '.join(cell(each, work) for work in works)} |")


def _say(line: str) -> None:
    print(line)  # noqa: T201 - what it is for
