"""What was measured, as tables."""

from collections.abc import Callable, Mapping, Sequence

from load import Load
from overload import row
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


def say_refused(contender: Contender, work: Work, count: int) -> None:
    """Print that some answers were refusals, which cost less than what is measured."""
    _say(f"{work.name}: {contender.title} refused {count} requests")


def begin_overload(work: Work) -> None:
    """Print the head of a table of overload."""
    _say(f"\n{work.name}: {work.about}\n")
    _say("| | connections | accepted a second | refused | lost | p50, ms | p99, ms |")
    _say("|---|---|---|---|---|---|---|")


def show_overload(contender: Contender, found: Mapping[int, Sequence[Load]]) -> None:
    """Print what one contender did."""
    for connections, loads in found.items():
        _say(f"| {contender.title} | {connections} | {row(loads)} |")


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
