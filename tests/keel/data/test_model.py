"""Models, and the classes that are made for them."""

from datetime import UTC, datetime
from uuid import RFC_4122

import pytest
from keel.access import Policy, anyone, owner
from keel.data import Repository, new_id

from tests.keel.data.shop import Book, BookRead, BookRepository, BookService, Shelf, tables


def test_ids_are_of_version_7_and_carry_the_time() -> None:
    before = datetime.now(UTC).timestamp()
    made = new_id()
    assert (made.version, made.variant) == (7, RFC_4122)
    assert before - 0.001 <= (made.int >> 80) / 1000 <= datetime.now(UTC).timestamp()


def test_later_ids_are_greater() -> None:
    ids = [new_id() for _ in range(10_000)]
    assert ids == sorted(set(ids))


def test_ids_end_in_chance() -> None:
    assert len({made.int & (1 << 62) - 1 for made in (new_id() for _ in range(1000))}) == 1000


def test_names_of_constraints_and_indexes_come_from_their_columns() -> None:
    table = tables.metadata.tables["books"]
    names = {rule.name for rule in table.constraints} | {rule.name for rule in table.indexes}
    assert names == {
        "pk_books",
        "uq_books_title_shelf_id",
        "fk_books_owner_id_users",
        "fk_books_shelf_id_shelves",
        "ck_books_binding",
        "ix_books_title_id",
        "ix_books_owner_id",
        "ix_books_shelf_id",
    }


def test_a_repository_knows_the_model_in_its_brackets() -> None:
    assert vars(BookRepository)["model"] is Book


def test_a_service_knows_the_schema_in_its_brackets() -> None:
    class Renamed(BookService):
        """A service that inherits its schemas."""

    assert vars(BookService)["output"] is BookRead
    assert "output" not in vars(Renamed)


def test_a_repository_needs_a_policy() -> None:
    with pytest.raises(TypeError, match="Open has no `policy`"):

        class Open(Repository[Shelf]):  # pyright: ignore[reportUnusedClass]
            """A repository that forgot to say who may."""


def test_a_policy_cannot_name_the_owner_of_what_belongs_to_nobody() -> None:
    with pytest.raises(TypeError, match="lets `owner` update"):

        class Lost(Repository[Shelf]):  # pyright: ignore[reportUnusedClass]
            """A repository whose rows have no owner."""

            policy = Policy(read=anyone, update=owner)


def test_nobody_unknown_can_create_what_needs_an_owner() -> None:
    with pytest.raises(TypeError, match="need an owner"):

        class Lost(Repository[Book]):  # pyright: ignore[reportUnusedClass]
            """A repository whose rows would belong to nobody."""

            policy = Policy(read=owner, create=anyone)
