"""An app behind uvicorn, on a free port of loopback."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn
from fastapi import FastAPI


class Server(uvicorn.Server):
    """uvicorn in a thread of its own."""

    @property
    def address(self) -> tuple[str, int]:
        host, port = self.servers[0].sockets[0].getsockname()
        return host, port

    def connect(self) -> socket.socket:
        return socket.create_connection(self.address, timeout=5)


@contextmanager
def serving(app: FastAPI, **options: Any) -> Iterator[Server]:
    """Serve an app while the context lasts."""
    server = Server(uvicorn.Config(app, port=0, ws="none", **options))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started and thread.is_alive():
        thread.join(0.01)
    try:
        yield server
    finally:
        server.should_exit = True
        thread.join()
