"""`python -m apiwright`."""

from apiwright.surface.cli import main

main()
