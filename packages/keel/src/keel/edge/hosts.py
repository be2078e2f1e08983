"""Under which names a backend answers."""

import re
from collections.abc import Sequence

from keel.problems import BadRequest

PORT = re.compile(rb":\d*$")


class Hosts:
    """The host names to answer to, `*.example.com` included; none named: any."""

    def __init__(self, names: Sequence[str]) -> None:
        lower = [name.lower().encode() for name in names]
        self._names = {name for name in lower if not name.startswith(b"*")}
        self._endings = tuple(name[1:] for name in lower if name.startswith(b"*"))
        self._any = not names

    def check(self, host: bytes) -> None:
        """Let a request's `Host` pass.

        Raises:
            BadRequest: This backend does not go by that name.
        """
        name = PORT.sub(b"", host).lower()
        if not (self._any or name in self._names or name.endswith(self._endings)):
            raise BadRequest("No backend of that `Host` is here.")
