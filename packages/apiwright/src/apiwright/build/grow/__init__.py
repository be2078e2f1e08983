"""How a project grows from its blueprint: Python from the exemplar, the rest from templates."""

from apiwright.build.grow.exemplar import exemplar_root
from apiwright.build.grow.grow import grow

__all__ = ["exemplar_root", "grow"]
