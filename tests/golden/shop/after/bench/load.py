"""Load on the critical paths of a running server: `python bench/load.py --help`."""

import asyncio
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Awaitable, Callable
from statistics import quantiles
from uuid import uuid4

import httpx2

Call = Callable[[], Awaitable[httpx2.Response]]


def arguments() -> Namespace:
    """What to load, as whom, how hard."""
    parser = ArgumentParser(description="Measure the critical paths of a running server.")
    parser.add_argument("email", help="an account that may do all of it")
    parser.add_argument("password")
    parser.add_argument("--url", default="http://127.0.0.1:8000")
    parser.add_argument("--seconds", type=float, default=5.0, help="how long each path is loaded")
    parser.add_argument("--clients", type=int, default=20, help="how many call at once")
    return parser.parse_args()


async def sign_in(client: httpx2.AsyncClient, email: str, password: str) -> None:
    """Send the account's token with every call from now on."""
    form = {"username": email, "password": password}
    answer = await client.post("/auth/sign-in", data=form)
    answer.raise_for_status()
    client.headers["authorization"] = f"Bearer {answer.json()['access_token']}"


async def load(call: Call, clients: int, seconds: float) -> list[float]:
    """Seconds that each call took, while `clients` made one after the other."""
    end, took = time.perf_counter() + seconds, list[float]()

    async def repeat() -> None:
        while (start := time.perf_counter()) < end:
            (await call()).raise_for_status()
            took.append(time.perf_counter() - start)

    await asyncio.gather(*(repeat() for _ in range(clients)))
    return took


async def main(wanted: Namespace) -> None:
    """Load each path in turn and print what came of it."""
    limits = httpx2.Limits(max_connections=wanted.clients)
    async with httpx2.AsyncClient(base_url=wanted.url, limits=limits, timeout=30) as client:
        await sign_in(client, wanted.email, wanted.password)

        def create() -> Awaitable[httpx2.Response]:
            return client.post(
                "/products", json={"name": str(uuid4()), "sku": str(uuid4()), "price": 0}
            )

        one = (await create()).raise_for_status().json()["id"]

        paths: dict[str, Call] = {
            "read own account": lambda: client.get("/users/me"),
            "list users": lambda: client.get("/users"),
            "list products": lambda: client.get("/products"),
            "list orders": lambda: client.get("/orders"),
            "create product": create,
            "read product": lambda: client.get(f"/products/{one}"),
        }
        print(f"{'':32}{'req/s':>10}{'p50 ms':>10}{'p99 ms':>10}")
        for name, call in paths.items():
            took = await load(call, wanted.clients, wanted.seconds)
            cuts = [1000 * cut for cut in quantiles(took, n=100)]
            rate = len(took) / wanted.seconds
            print(f"{name:32}{rate:>10.0f}{cuts[49]:>10.1f}{cuts[98]:>10.1f}")


if __name__ == "__main__":
    try:
        asyncio.run(main(arguments()))
    except httpx2.HTTPError as error:
        raise SystemExit(f"error: {error}") from error
