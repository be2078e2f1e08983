"""One list of rows, many to many, as the lines that models and schemas have for it."""

from dataclasses import dataclass

from apiwright.blueprint import names
from apiwright.blueprint.model import Blueprint, Link, Resource
from apiwright.build.grow.text import docstring, literal

_KEY = 'ondelete="CASCADE", primary_key=True'
_OPERATORS = {
    "eq": ("", "UUID"),
    "in": ("__in", "Annotated[list[UUID], Field(max_length=100)]"),
}


@dataclass(frozen=True)
class LinkLines:
    """A list of rows where it stands."""

    blueprint: Blueprint
    resource: Resource
    link: Link

    @property
    def model(self) -> str:
        """The class of its table of pairs."""
        link, resource = self.link, self.resource
        many = resource.nouns.replace("_", " ")
        about = docstring(f"The `{link.name}` of {many}.", f"Pairs of {many}.")
        target = self.blueprint.nouns(link.target)
        lines = (
            f"class {link.model(resource)}(Pair, table=True):",
            f"    {about}",
            "",
            f'    __tablename__ = "{link.table(resource)}"',
            "",
            f'    {resource.noun}_id: UUID = Field(foreign_key="{resource.nouns}.id", {_KEY})',
            f'    {link.column}: UUID = Field(foreign_key="{target}.id", {_KEY}, index=True)',
        )
        return "\n".join(lines)

    @property
    def alias(self) -> str:
        """The line that names its type in bodies."""
        if self.link.read_only:
            return ""
        fewest = f"min_length={self.link.minimum}, " if self.link.minimum else ""
        said = f"{fewest}max_length={self.link.maximum}{self._about}"
        return f"{self._type} = Annotated[Ids, Field({said})]"

    @property
    def create(self) -> str:
        """Its line in the body that creates."""
        default = "" if self.link.minimum else " = Field(default=[])"
        return f"{self.link.member}: {self._type}{default}"

    @property
    def update(self) -> str:
        """Its line in the body that updates."""
        return f"{self.link.member}: {self._type} | MISSING = MISSING"

    @property
    def read(self) -> str:
        """Its line in the answer."""
        about = self._about.removeprefix(", ")
        shown = f"Annotated[list[UUID], Field({about})]" if about else "list[UUID]"
        return f"{self.link.member}: {shown}"

    def query(self, operator: str) -> str:
        """Its line among the parameters of a list, for one way to filter by it."""
        suffix, kind = _OPERATORS[operator]
        return f"{self.link.member}{suffix}: {kind} | None = None"

    @property
    def _type(self) -> str:
        return names.pascal(self.link.member)

    @property
    def _about(self) -> str:
        return f", description={literal(self.link.about)}" if self.link.about else ""


def link_lines(blueprint: Blueprint, resource: Resource) -> tuple[LinkLines, ...]:
    """The lists of a resource as written."""
    return tuple(LinkLines(blueprint, resource, link) for link in resource.links)
