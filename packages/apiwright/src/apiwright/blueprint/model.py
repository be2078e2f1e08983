"""The blueprint as values: what the backend shall be, complete, checked and frozen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from apiwright.blueprint import names
from apiwright.blueprint.rule import Comparison
from apiwright.blueprint.terms import NO_TERMS, Terms

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from apiwright.blueprint.action import Action
    from apiwright.blueprint.own_endpoint import OwnEndpoint
    from apiwright.blueprint.rule import Rule as RowRule

OnDelete = Literal["restrict", "cascade", "set null"]
SignUp = Literal["open", "closed"]
Origin = Literal["now", "today", "new", "caller"]
"""What a default comes from when a row is made: the clock, chance, or who makes it."""

Bound = Any
"""A length, a number of items, or a value of the field's own type; `None` for no bound."""
Function = Literal["average", "count", "sum", "min", "max"]

ACCOUNT = "User"
"""The resource that adds fields and endpoints to the built-in account."""

MOST_LINKS = 100
"""How many rows a list of them names at most, unless it says more."""

BROKEN = ""
"""Type of a field that was not understood; no finished blueprint has one."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may do a thing: `anyone`, `signed in`, role names, and what holds on some rows.

    Any of the terms is enough. `owner`, `owner of project`, `member`, `member of project as lead`
    hold on some rows; `terms.py` reads them.

    Canonical: a stronger role is left out where a weaker one stands, and `anyone` or `signed in`
    stand alone, so that two rules are equal when they mean the same.
    """

    terms: tuple[str, ...]

    def __str__(self) -> str:
        return " | ".join(self.terms)

    @property
    def is_public(self) -> bool:
        """Whether no sign-in is needed."""
        return self.terms == ("anyone",)


@dataclass(frozen=True, slots=True)
class Access:
    """The rule of each operation; `None` means nobody, so the operation does not exist."""

    list: Rule | None
    read: Rule | None
    create: Rule | None
    update: Rule | None
    delete: Rule | None


@dataclass(frozen=True, slots=True)
class Condition:
    """What a field of a row must hold.

    Attributes:
        operator: As lists filter by it: `eq`, `gte`, `is_null`.
        value: As Python holds it.
    """

    field: str
    operator: str
    value: object


@dataclass(frozen=True, slots=True)
class Aggregate:
    """One value of all the rows that refer to a row.

    Attributes:
        resource: Whose rows they are.
        by: Their reference to the row.
        field: What is taken of each; `None` where they are counted.
        where: What a row must hold to count.
    """

    function: Function
    resource: str
    by: str
    field: str | None = None
    where: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """A field of the same row, in an expression."""

    field: str


@dataclass(frozen=True, slots=True)
class Constant:
    """A number or a text in an expression."""

    value: int | Decimal | str


@dataclass(frozen=True, slots=True)
class Clock:
    """`today` or `now` in an expression, in UTC."""

    word: str


@dataclass(frozen=True, slots=True)
class Operation:
    """Parts of an expression joined by an operator; one part alone is made negative."""

    operator: str
    parts: tuple[Expression, ...]


Expression = Name | Constant | Clock | Operation


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a resource.

    Attributes:
        type: A name from the registry in `blueprint.types`.
        minimum: Least length of a text, number of items or value, inclusive.
        maximum: Greatest length, number or value, inclusive.
        digits: Significant digits of a decimal.
        places: Digits after the point of a decimal.
        choices: Values of an enum, in written order.
        arrows: Where the choices are states, from which to which an action may go.
        target: Name of the resource that a reference points to.
        item: What each item of a list is; its name is the singular of the list's.
        origin: Where a default comes from that is not the same for every row.
        computed: What it is worked out from; `None` if it is stored.
    """

    name: str
    type: str
    optional: bool = False
    minimum: Bound = None
    maximum: Bound = None
    pattern: str | None = None
    digits: int | None = None
    places: int | None = None
    choices: tuple[str, ...] = ()
    arrows: tuple[tuple[str, str], ...] = ()
    target: str | None = None
    item: Field | None = None
    on_delete: OnDelete = "restrict"
    default: object = None
    has_default: bool = False
    origin: Origin | None = None
    unique: bool = False
    index: bool = False
    search: bool = False
    read_only: bool = False
    write_only: bool = False
    about: str = ""
    example: object = None
    computed: Aggregate | Expression | None = None

    @property
    def column(self) -> str:
        """Name of the column, of the model's attribute and of the JSON member."""
        return f"{self.name}_id" if self.target else self.name


@dataclass(frozen=True, slots=True)
class Link:
    """A field that is a list of rows of another resource, many to many: `tags: [Tag]`.

    Attributes:
        target: Name of the resource that its rows are of.
        minimum: The fewest of them.
        maximum: The most of them that a body may name.
    """

    name: str
    target: str
    minimum: int = 0
    maximum: int = MOST_LINKS
    read_only: bool = False
    about: str = ""

    @property
    def column(self) -> str:
        """The column of the table of pairs that holds the target's id: `tag_id`."""
        return f"{self._one}_id"

    @property
    def member(self) -> str:
        """What bodies, answers and filters call the ids: `tag_ids`."""
        return f"{self._one}_ids"

    def table(self, resource: Resource) -> str:
        """The table of pairs: `book_tags`."""
        return f"{resource.noun}_{self.name}"

    def model(self, resource: Resource) -> str:
        """The class of the table of pairs: `BookTag`."""
        return resource.name + names.pascal(self._one)

    @property
    def _one(self) -> str:
        return names.snake(names.singular(self.name) or self.name)


@dataclass(frozen=True, slots=True)
class Filter:
    """A field that lists can be filtered by, and how (`eq`, `gte`, `in`, …)."""

    field: str
    operators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """How a resource is listed: filters, orders, and pages by offset or by cursor."""

    filters: tuple[Filter, ...] = ()
    sort: tuple[str, ...] = ("created_at",)
    page_default: int = 20
    page_maximum: int = 100
    cursor: bool = False


@dataclass(frozen=True, slots=True)
class Resource:
    """A thing that the backend keeps, with its table and its endpoints.

    Attributes:
        name: As written, in the singular: `OrderLine`.
        nouns: Package folder, table and tag, in the plural: `order_lines`.
        unique: Groups of fields that are unique together.
        together: Groups of fields that are all null or all not.
        members: Name of the resource whose rows say who is a member of which row of this one.
        links: Fields that are lists of rows; `fields` are those that are columns.
        include: The relations that callers may ask to be shown with a row.
        under: The reference whose row a list stands below; empty if it stands alone.
        tree: The reference to its own kind that makes it a tree; empty if it is none.
        computed: What answers have beside `fields`, worked out in SQL.
        export: What files the whole list can be had as.
    """

    name: str
    nouns: str
    about: str
    fields: tuple[Field, ...]
    access: Access
    owned: bool = False
    unique: tuple[tuple[str, ...], ...] = ()
    together: tuple[tuple[str, ...], ...] = ()
    actions: tuple[Action, ...] = ()
    rules: tuple[RowRule, ...] = ()
    listing: Listing = Listing()
    terms: Terms = NO_TERMS
    members: str | None = None
    links: tuple[Link, ...] = ()
    include: tuple[str, ...] = ()
    under: str = ""
    tree: str = ""
    computed: tuple[Field, ...] = ()
    export: tuple[str, ...] = ()

    @property
    def noun(self) -> str:
        """The singular in snake case: `order_line`."""
        return names.snake(self.name)

    @property
    def is_account(self) -> bool:
        """Whether it adds to the built-in account."""
        return self.name == ACCOUNT

    @property
    def path(self) -> str:
        """Where its endpoints start: `/order-lines`."""
        return "/" + self.nouns.replace("_", "-")

    def keeps_order(self, values: Mapping[str, object]) -> bool:
        """Whether what is compared is sure to be in order, of these values by field."""
        compared = (rule for rule in self.rules if isinstance(rule, Comparison))
        both = (rule for rule in compared if {rule.left, rule.right} <= values.keys())
        return all(
            rule.is_kept_by_equals and values[rule.left] == values[rule.right] for rule in both
        )

    @property
    def has_rules_among_rows(self) -> bool:
        """Whether other rows can stand against a change of one."""
        return any(not isinstance(rule, Comparison) for rule in self.rules)

    def field(self, name: str) -> Field:
        """The field of this name; `KeyError` without one."""
        return {field.name: field for field in self.fields}[name]


@dataclass(frozen=True, slots=True)
class Auth:
    """How people get accounts."""

    sign_up: SignUp = "closed"


@dataclass(frozen=True, slots=True)
class Blueprint:
    """What a backend shall be.

    Attributes:
        name: As written: `Bookshop`.
        roles: Weakest first; each includes those before it. Empty without accounts.
        auth: `None` for a backend without accounts, where everything is public.
        endpoints: Those that are not resources.
    """

    name: str
    about: str
    resources: tuple[Resource, ...]
    version: str = "0.1.0"
    roles: tuple[str, ...] = ()
    auth: Auth | None = None
    endpoints: tuple[OwnEndpoint, ...] = ()

    @property
    def package(self) -> str:
        """Name of the Python package: `bookshop`."""
        return names.snake(self.name)

    def resource(self, name: str) -> Resource:
        """The resource of this name; `KeyError` without one."""
        return {resource.name: resource for resource in self.resources}[name]

    def nouns(self, name: str) -> str:
        """Table and package of a resource; those of accounts are there without being written."""
        return "users" if name == ACCOUNT else self.resource(name).nouns
