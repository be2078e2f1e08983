"""The blueprint as values: what the backend shall be, complete, checked and frozen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from apiwright.blueprint import names
from apiwright.blueprint.rules.rule import Comparison
from apiwright.blueprint.terms import NO_TERMS, Terms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from apiwright.blueprint.access.access import Access, Rule
    from apiwright.blueprint.actions.action import Action
    from apiwright.blueprint.computed.model import Aggregate, Expression
    from apiwright.blueprint.endpoints.own_endpoint import OwnEndpoint
    from apiwright.blueprint.rules.rule import Rule as RowRule
    from apiwright.blueprint.tenancy import Tenancy
    from apiwright.blueprint.versions.version import OlderVersion

OnDelete = Literal["restrict", "cascade", "set null"]
SignUp = Literal["open", "closed"]
Origin = Literal["now", "today", "new", "caller"]
"""What a default comes from when a row is made: the clock, chance, or who makes it."""

Bound = Any
"""A length, a number of items, or a value of the field's own type; `None` for no bound."""
ACCOUNT = "User"
"""The resource that adds fields and endpoints to the built-in account."""

RELEVANCE = "relevance"
"""The order of lists that are searched, which no field has the name of."""

MOST_LINKS = 100
"""How many rows a list of them names at most, unless it says more."""

BROKEN = ""
"""Type of a field that was not understood; no finished blueprint has one."""


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
        media_types: What a file may be.
        item: What each item of a list is; its name is the singular of the list's.
        origin: Where a default comes from that is not the same for every row.
        read: Whose answers have it, of those who reach its row; `None` for everybody's.
        write: Whose bodies may have it; `None` for everybody's who may write its row.
        sensitive: Whether nothing but answers may tell it: no log, no address.
        search: What a word that search finds in it weighs, from 1 on; 0 where nobody looks.
        was: What it was called before, if it keeps what it held.
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
    media_types: tuple[str, ...] = ()
    item: Field | None = None
    on_delete: OnDelete = "restrict"
    default: object = None
    has_default: bool = False
    origin: Origin | None = None
    unique: bool = False
    index: bool = False
    search: int = 0
    read_only: bool = False
    write_only: bool = False
    read: Rule | None = None
    write: Rule | None = None
    sensitive: bool = False
    was: str = ""
    about: str = ""
    example: object = None
    computed: Aggregate | Expression | None = None

    @property
    def is_asked(self) -> bool:
        """Whether a body that creates must have it."""
        return not (self.optional or self.has_default or self.read_only)

    @property
    def is_guarded(self) -> bool:
        """Whether not everybody who reaches its row may read and write it."""
        return self.read is not None or self.write is not None

    @property
    def is_file(self) -> bool:
        """Whether it has endpoints of its own, and no place in bodies."""
        return self.type == "file"

    @property
    def column(self) -> str:
        """Name of the column, of the model's attribute and of the JSON member."""
        return f"{self.name}_id" if self.target else self.name

    @property
    def member(self) -> str:
        """What bodies, answers and filters call it."""
        return self.column


@dataclass(frozen=True, slots=True)
class Link:
    """A field that is a list of rows of another resource, many to many: `tags: [Tag]`.

    Attributes:
        target: Name of the resource that its rows are of.
        minimum: The fewest of them.
        maximum: The most of them that a body may name.
        was: What it was called before, if it keeps its pairs.
    """

    name: str
    target: str
    minimum: int = 0
    maximum: int = MOST_LINKS
    read_only: bool = False
    was: str = ""
    about: str = ""

    @property
    def optional(self) -> bool:
        """Whether there may be none."""
        return not self.minimum

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
        was: What it was called before, if it keeps its rows.
        soft_delete: Whether a row that is deleted is kept, out of sight.
        singleton: Whether each account has one, which it owns, and no other.
        unique: Groups of fields that are unique together.
        together: Groups of fields that are all null or all not.
        members: Name of the resource whose rows say who is a member of which row of this one.
        links: Fields that are lists of rows; `fields` are those that are columns.
        include: The relations that callers may ask to be shown with a row.
        under: The reference whose row a list stands below; empty if it stands alone.
        tree: The reference to its own kind that makes it a tree; empty if it is none.
        computed: What answers have beside `fields`, worked out in SQL.
        export: What files the whole list can be had as.
        audited: Whether rows say who made them and who changed them last.
        has_history: Whether what changes in a row is kept.
        history: Who may see that; `None` if nobody may, so that there is no endpoint for it.
        bulk: What can be done with many rows in one call.
        shared: Whether its rows are the same for all tenants.
        tenancy: Of which tenant its rows are; `None` if they are shared, or there are no tenants.
    """

    name: str
    nouns: str
    about: str
    fields: tuple[Field, ...]
    access: Access
    was: str = ""
    owned: bool = False
    soft_delete: bool = False
    singleton: bool = False
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
    audited: bool = False
    has_history: bool = False
    history: Rule | None = None
    bulk: tuple[str, ...] = ()
    shared: bool = False
    tenancy: Tenancy | None = None

    @property
    def noun(self) -> str:
        """The singular in snake case: `order_line`."""
        return names.snake(self.name)

    @property
    def search_table(self) -> str:
        """The table of the words that search finds, if it is searched: `order_lines_search`."""
        return f"{self.nouns}_search"

    @property
    def is_account(self) -> bool:
        """Whether it adds to the built-in account."""
        return self.name == ACCOUNT

    @property
    def path(self) -> str:
        """Where its endpoints start: `/order-lines`, `/users/me/settings`."""
        if self.singleton:
            return f"/users/me/{names.kebab(self.name)}"
        return "/" + self.nouns.replace("_", "-")

    @property
    def history_table(self) -> str:
        """The table that keeps what changed, if there is one: `order_line_history`."""
        return f"{self.noun}_history"

    @property
    def history_model(self) -> str:
        """The class of that table: `OrderLineHistory`."""
        return f"{self.name}History"

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

    @property
    def parts(self) -> tuple[Field | Link, ...]:
        """All that the page names in it, stored or worked out."""
        return (*self.fields, *self.links, *self.computed)

    def field(self, name: str) -> Field:
        """The field of this name; `KeyError` without one."""
        return {field.name: field for field in self.fields}[name]


@dataclass(frozen=True, slots=True)
class Permission:
    """What accounts can be let do, whatever their role.

    Attributes:
        role: The weakest role that may without being let; empty if none may.
    """

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Auth:
    """How people get accounts, and how they sign in."""

    sign_up: SignUp = "closed"
    methods: tuple[str, ...] = ("password",)


@dataclass(frozen=True, slots=True)
class Blueprint:
    """What a backend shall be.

    Attributes:
        name: As written: `Bookshop`.
        roles: Weakest first; each includes those before it. Empty without accounts.
        permissions: What accounts can be let do beside what their role may.
        auth: `None` for a backend without accounts, where everything is public.
        endpoints: Those that are not resources.
        api: The version of the interface that every path starts with: `v2`; empty for none.
        versions: The older ones that are still served.
        tenants: Name of the resource whose rows are the tenants; empty if there are none.
    """

    name: str
    about: str
    resources: tuple[Resource, ...]
    version: str = "0.1.0"
    roles: tuple[str, ...] = ()
    permissions: tuple[Permission, ...] = ()
    auth: Auth | None = None
    endpoints: tuple[OwnEndpoint, ...] = ()
    api: str = ""
    versions: tuple[OlderVersion, ...] = ()

    @property
    def prefix(self) -> str:
        """What stands before every path but those of health and docs: `/v2`, or nothing."""
        return f"/{self.api}" if self.api else ""

    tenants: str = ""

    @property
    def package(self) -> str:
        """Name of the Python package: `bookshop`."""
        return names.snake(self.name)

    @property
    def has_sign_up(self) -> bool:
        """Whether people open accounts themselves."""
        return self.auth is not None and self.auth.sign_up == "open"

    def has_method(self, method: str) -> bool:
        """Whether people can sign in in this way: `second_factor`."""
        return self.auth is not None and method in self.auth.methods

    def find(self, name: str | None) -> Resource | None:
        """The resource of this name; `None` without one."""
        return next((resource for resource in self.resources if resource.name == name), None)

    def resource(self, name: str) -> Resource:
        """The resource of this name; `KeyError` without one."""
        return {resource.name: resource for resource in self.resources}[name]

    def nouns(self, name: str) -> str:
        """Table and package of a resource; those of accounts are there without being written."""
        return "users" if name == ACCOUNT else self.resource(name).nouns
