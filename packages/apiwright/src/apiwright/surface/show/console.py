"""Where output goes: colour on a terminal that wants it, plain whole lines elsewhere."""

from rich.console import Console

out = Console(highlight=False)
