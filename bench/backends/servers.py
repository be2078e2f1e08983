"""Who is measured, and how each is served: one process, ten connections, no log but ours."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Self

HERE = Path(__file__).resolve().parent
ENVIRONMENTS = HERE / ".venvs"
POOL_SIZE = 10
UVICORN = ("uvicorn", "{module}:app", "--port", "{port}", "--no-access-log")
GUNICORN = (
    *("gunicorn", "{module}:app", "--bind", "127.0.0.1:{port}", "--worker-class", "gthread"),
    *("--threads", str(POOL_SIZE), "--keep-alive", "60", "--log-level", "error"),
)
BUILT = ("uvicorn", "market.main:app", "--port", "{port}", "--no-proxy-headers")
_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Contender:
    """A backend to measure.

    Attributes:
        title: What the table calls it.
        module: Its file in `contenders/`, and the name of its environment.
        command: What serves it, in its environment.
    """

    title: str
    module: str
    command: tuple[str, ...] = UVICORN

    @cached_property
    def folder(self) -> Path:
        """Where it is started."""
        return HERE / "contenders"

    @cached_property
    def programs(self) -> Path:
        """The programs of its environment, installed from its pinned requirements."""
        environment = ENVIRONMENTS / self.module
        pinned = self.folder / f"{self.module}.txt"
        installed = environment / "installed.txt"
        if not installed.exists() or installed.read_text() != pinned.read_text():
            _run(sys.executable, "-m", "venv", "--clear", str(environment))
            install = ("-m", "pip", "install", "--quiet", "--requirement", str(pinned))
            _run(str(environment / "bin/python"), *install)
            shutil.copy(pinned, installed)
        return environment / "bin"


class Built(Contender):
    """A backend that `apiwright build` made of `market.yaml`; nobody edited it."""

    @property
    def page(self) -> str:
        """Its blueprint."""
        return (HERE / "market.yaml").read_text()

    @cached_property
    def folder(self) -> Path:
        """The built project."""
        folder = Path(tempfile.mkdtemp(prefix="bench-")) / "market"
        page = folder.with_name("page.yaml")
        page.write_text(self.page)
        tool = (sys.executable, "-m", "apiwright")
        _run(*tool, "new", str(folder), "--from", str(page))
        _run(*tool, "build", "--yes", "--no-prove", cwd=folder)
        return folder

    @cached_property
    def programs(self) -> Path:
        """Those of the workspace, whose keel is the one that is measured."""
        return Path(sys.executable).parent


BY_HAND = Contender("Starlette and asyncpg, by hand", "by_hand")
BUILT_BACKEND = Built("**built by apiwright**", "market", BUILT)
CONTENDERS = (
    BY_HAND,
    BUILT_BACKEND,
    Contender("Litestar, Advanced Alchemy", "litestar_alchemy"),
    Contender("Django Ninja", "django_ninja", GUNICORN),
    Contender("the official FastAPI template's way", "fastapi_template"),
    Contender("FastAPI, FastCRUD", "fastapi_fastcrud"),
)


class Server:
    """A contender that runs."""

    def __init__(self, contender: Contender, database_url: str, key: str) -> None:
        self.contender = contender
        self.port = _free_port()
        says = {"module": contender.module, "port": self.port}
        program, *options = (part.format(**says) for part in contender.command)
        self._process = subprocess.Popen(  # noqa: S603 - our own commands
            [str(contender.programs / program), *options],
            cwd=contender.folder,
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": str(contender.folder),
                "ACCESS_TOKEN_S": "86400",
                "DATABASE_URL": database_url,
                "ENVIRONMENT": "production",
                "MAIL_FROM": "market@example.com",  # nobody is written to
                "PAGES_URL": "https://market.example",
                "SMTP_HOST": "127.0.0.1",
                "POOL_SIZE": str(POOL_SIZE),
                "SECRET_KEY": key,
            },
            stdout=subprocess.DEVNULL,
            stderr=(ENVIRONMENTS / f"{contender.module}.log").open("w"),
            start_new_session=True,
        )
        self._wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """End its processes."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    @property
    def cpu_s(self) -> float:
        """CPU seconds that its processes have used, to the nanosecond."""
        # The clock of another process; see clock_getcpuclockid(3).
        return sum(time.clock_gettime(~each << 3 | 2) for each, _ in self._processes())

    @property
    def memory_mb(self) -> float:
        """Memory that its processes hold, in MB."""
        return sum(int(stat[21]) for _, stat in self._processes()) * _PAGE_BYTES / 1e6

    def _processes(self) -> list[tuple[int, list[str]]]:
        """Its processes by their ids, with what proc(5) tells of each, from its state on."""
        found: list[tuple[int, list[str]]] = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                numbers = (folder / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue  # it has ended
            if numbers[2] == str(self._process.pid):
                found.append((int(folder.name), numbers))
        return found

    def _wait(self) -> None:
        for _ in range(300):
            with socket.socket() as attempt:
                if attempt.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            if self._process.poll() is not None:
                break
            time.sleep(0.1)
        if self._process.poll() is None:
            self.__exit__()
        log = (ENVIRONMENTS / f"{self.contender.module}.log").read_text()
        sys.exit(f"{self.contender.title} does not start:\n{log}")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def _run(*command: str, cwd: Path = HERE) -> None:
    subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
