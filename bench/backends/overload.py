"""What becomes of a server that is asked more than it can answer."""

import statistics
from collections.abc import Mapping, Sequence

from load import Load, load
from servers import Server

CONNECTIONS = (32, 128, 512)


async def measure(
    server: Server, request: bytes, *, rounds: int, seconds: float
) -> Mapping[int, Sequence[Load]]:
    """Loads by the number of connections, in turns."""
    found: dict[int, list[Load]] = {number: [] for number in CONNECTIONS}
    for _ in range(rounds):
        for number, loads in found.items():
            loads.append(await load(server.port, request, connections=number, seconds=seconds))
    return found


def row(loads: Sequence[Load]) -> str:
    """Medians of the rounds: accepted a second, refused and lost, p50 and p99 of the accepted."""
    figures = (
        statistics.median(len(each.took_s) / each.seconds for each in loads),
        statistics.median(each.refused for each in loads),
        statistics.median(each.lost for each in loads),
        statistics.median(each.percentile_ms(50) for each in loads),
        statistics.median(each.percentile_ms(99) for each in loads),
    )
    return " | ".join(f"{figure:,.0f}" for figure in figures)
