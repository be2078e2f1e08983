"""The rows around a row, by the names that `include` has for lists of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apiwright.blueprint.fields.built_in import is_audit
from apiwright.blueprint.page.spelling import correction, listed

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping

    from apiwright.blueprint.computed.model import Way
    from apiwright.blueprint.model import Field, Link, Resource

    Refuse = Callable[[int, str, str], None]


@dataclass(frozen=True, slots=True)
class Kept:
    """A resource with all its fields by name, those included that it has without saying so."""

    resource: Resource
    fields: Mapping[str, Field]

    def ways(self, target: str) -> dict[str, Way]:
        """How its rows stand around those of a resource, by the fields that lead there."""
        references = (name for name, field in self.fields.items() if field.target == target)
        lists = (link.name for link in self.resource.links if link.target == target)
        return {**dict.fromkeys(references, "many"), **dict.fromkeys(lists, "back")}


@dataclass(frozen=True, slots=True)
class Around:
    """Rows that stand around those of a resource, as `Aggregate` has them.

    Attributes:
        by: What leads there; `None` if it is not clear, now in the report.
    """

    of: Kept
    by: str | None
    way: Way


class Surroundings:
    """What stands around the rows of a resource.

    Args:
        resource: The one in the middle.
        kept: All resources, by plural.
        refuse: Takes where in the text something is wrong, what, and a way out.
    """

    def __init__(self, resource: Resource, kept: Mapping[str, Kept], refuse: Refuse) -> None:
        self._name = resource.name
        self._links = {link.name: link for link in resource.links}
        self._kept = kept
        self._refuse = refuse

    def find(self, said: re.Match[str]) -> Around | None:
        """The rows that `nouns` and `by` of a match say; `None` if those lead nowhere.

        A list of the resource's own goes before others of its name, which say `by`.
        """
        nouns, by = said["nouns"], said["by"]
        of = self._kept.get(nouns)
        ways = of.ways(self._name) if of else {}
        link = self._links.get(nouns)
        if link and not (by and ways):
            return self._linked(link, said)
        if of is None or not ways:
            self._refuse_nouns(said)
            return None
        found = self._by(of, ways, said)
        return Around(of, found, ways.get(found or "", "many"))

    def _linked(self, link: Link, said: re.Match[str]) -> Around | None:
        if said["by"]:
            what = f"`{link.name}` is a list of `{self._name}` itself."
            self._refuse(said.start("by"), what, f"Take `by {said['by']}` out.")
        targets = (of for of in self._kept.values() if of.resource.name == link.target)
        return next((Around(of, link.name, "links") for of in targets), None)

    def _by(self, of: Kept, ways: Mapping[str, Way], said: re.Match[str]) -> str | None:
        nouns, by = said["nouns"], said["by"]
        meant = [by] if by else [name for name in ways if not is_audit(of.resource, name)]
        if by and by not in ways:
            what = f"`{nouns}` do not lead to `{self._name}` by `{by}`."
            self._refuse(said.start("by"), what, correction(by, ways))
        elif len(meant) != 1:
            what = f"`{nouns}` lead to `{self._name}` by {listed(ways)}."
            way = f"{said[0].removesuffix('where').strip()} by {next(iter(ways))}"
            self._refuse(said.start("nouns"), what, f"Say by which: `{way}`.")
        else:
            return meant[0]
        return None

    def _refuse_nouns(self, said: re.Match[str]) -> None:
        nouns = said["nouns"]
        known = [*self._links, *(each for each, of in self._kept.items() if of.ways(self._name))]
        what = f"`{nouns}` do not lead to `{self._name}`."
        if nouns not in self._kept:
            what = f"`{nouns}` is neither the plural of a resource nor a list of `{self._name}`."
        advice = correction(nouns, known) if known else f"Nothing leads to `{self._name}`."
        self._refuse(said.start("nouns"), what, advice)
