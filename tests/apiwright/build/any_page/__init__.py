"""Pages that people could have written, with every construct of the language, and no mistake.

A page is drawn without care for what fits, and then loses what the language refuses.
"""

from random import Random

from apiwright.blueprint.model import Blueprint

from tests.apiwright.build.any_page.chance import Chance
from tests.apiwright.build.any_page.left import read_any
from tests.apiwright.build.any_page.page import any_page

__all__ = ["any_blueprint", "read_any"]


def any_blueprint(random: Random) -> Blueprint | None:
    """What is left of a page that says anything, right or wrong; `None` if nothing is."""
    return read_any(any_page(Chance(random)))
