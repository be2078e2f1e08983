"""What a policy promises each kind of caller."""

from enum import StrEnum
from uuid import UUID

import pytest
from keel.access import (
    Operation,
    Policy,
    anyone,
    at_least,
    members,
    nobody,
    owner,
    owners,
    signed_in,
)
from keel.data import Model
from keel.testing.kinds import promise, promises
from sqlmodel import Field


class Role(StrEnum):
    MEMBER = "member"
    ADMIN = "admin"


NOTES = Policy(
    read=owner | at_least(Role.ADMIN),
    create=signed_in,
    update=owner,
    delete=owner | at_least(Role.ADMIN),
)


@pytest.mark.parametrize(
    ("operation", "kind", "status"),
    [
        ("list", "unknown", 401),
        ("list", "stranger", 200),
        ("create", "unknown", 401),
        ("create", "stranger", 201),
        ("read", "stranger", 404),
        ("read", "owner", 200),
        ("read", "admin", 200),
        ("update", "stranger", 404),
        ("update", "owner", 200),
        ("update", "admin", 403),
        ("delete", "stranger", 404),
        ("delete", "admin", 204),
    ],
)
def test_notes_are_for_their_owner_and_for_admins(
    operation: Operation, kind: str, status: int
) -> None:
    assert promise(NOTES, operation, kind).status == status


def test_what_can_be_seen_but_not_changed_is_forbidden() -> None:
    policy = Policy(read=anyone, update=owner, write=at_least(Role.ADMIN))
    assert promise(policy, "update", "stranger").status == 403
    assert promise(policy, "update", "unknown").status == 401
    assert promise(policy, "delete", "owner").status == 403


def test_what_cannot_be_read_is_not_found_even_by_who_may_change_it() -> None:
    assert promise(Policy(update=signed_in), "update", "stranger").status == 404


def test_the_matrix_has_every_operation_that_exists_by_every_kind() -> None:
    matrix = [(each.operation, each.kind) for each in promises(NOTES, owned=True)]
    assert len(matrix) == len(set(matrix)) == 5 * 4
    assert list(promises(Policy(read=anyone, list=nobody), owned=False)) == [
        promise(Policy(read=anyone), "read", kind) for kind in ("unknown", "stranger")
    ]


def test_a_promise_reads_as_a_sentence() -> None:
    assert str(promise(NOTES, "update", "stranger")) == "a stranger cannot update it: 404"
    assert str(promise(NOTES, "list", "admin")) == "admin can list them: 200"


class Seat(StrEnum):
    GUEST = "guest"
    LEAD = "lead"


class Club(Model, table=True):
    __tablename__ = "kinds_clubs"


class Seating(Model, table=True):
    __tablename__ = "kinds_seatings"

    club_id: UUID = Field(foreign_key="kinds_clubs.id")
    seat: Seat


for _model in (Club, Seating):
    _model.metadata.remove(_model.__table__)  # type: ignore[attr-defined]  # in no database

MEETINGS = Policy(
    read=members(Seating, of="club"),
    create=members(Seating, of="club", least=Seat.LEAD),
    update=owner,
    delete=owners(Club, of="club") | members(Seating, of="club"),
)


@pytest.mark.parametrize(
    ("operation", "kind", "status"),
    [
        ("list", "stranger", 200),
        ("read", "stranger", 404),
        ("read", "member of club as guest", 200),
        ("create", "member of club as guest", 403),
        ("create", "member of club as lead", 201),
        ("create", "stranger", 403),
        ("update", "owner", 200),
        ("update", "member of club as lead", 403),
        ("delete", "owner of club", 404),
        ("delete", "member of club as guest", 204),
    ],
)
def test_meetings_are_for_members_of_their_club(
    operation: Operation, kind: str, status: int
) -> None:
    assert promise(MEETINGS, operation, kind).status == status
