"""Every answer of v1 says when it ends, and its guards are those of today."""

from keel.testing import VersionTests

from lending_library.v1 import V1


class TestV1(VersionTests):
    """What v1 has, what it does not have, and until when."""

    version = V1
