from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from keel.access import (
    ANONYMOUS,
    Caller,
    Policy,
    Rule,
    Scope,
    anyone,
    at_least,
    nobody,
    owner,
    signed_in,
)
from keel.data import Model
from sqlalchemy import False_, Table, True_
from sqlmodel import Session, create_engine, select


class Role(StrEnum):
    READER = "reader"
    ADMIN = "admin"


class Leaf(Model, table=True):
    __tablename__ = "access_leaves"
    owner_field: ClassVar[str] = "keeper_id"

    keeper_id: UUID


TABLE: Table = Leaf.__table__  # type: ignore[attr-defined]
Leaf.metadata.remove(TABLE)  # in no database but the one below


ADA, BOB = UUID(int=1), UUID(int=2)
RULES = [
    anyone,
    signed_in,
    owner,
    nobody,
    at_least(Role.ADMIN),
    owner | at_least(Role.ADMIN),
]
CALLERS = [ANONYMOUS, *(Caller(id=id_, role=role) for id_ in (ADA, BOB) for role in Role)]


@pytest.fixture(scope="module")
def rows() -> Iterator[Session]:
    engine = create_engine("sqlite://")
    TABLE.create(engine)
    with Session(engine) as session:
        session.add_all(Leaf(keeper_id=keeper) for keeper in (ADA, ADA, BOB))
        session.flush()
        yield session
    engine.dispose()


def _keepers(rows: Session, scope: Scope) -> list[UUID]:
    condition = scope.condition(Leaf, "read")
    return sorted(leaf.keeper_id for leaf in rows.exec(select(Leaf).where(condition)))


def _may_read(rows: Session, scope: Scope, leaf: Leaf) -> bool:
    return rows.exec(select(scope.of_row(leaf, scope.policy.read))).one()


def test_an_owner_reaches_only_rows_of_their_own(rows: Session) -> None:
    assert _keepers(rows, Scope(Caller(id=ADA), Policy(read=owner))) == [ADA, ADA]


def test_a_stranger_and_an_anonymous_caller_reach_no_owned_row(rows: Session) -> None:
    policy = Policy(read=owner)
    assert _keepers(rows, Scope(Caller(id=UUID(int=3)), policy)) == []
    assert _keepers(rows, Scope(ANONYMOUS, policy)) == []


def test_an_admin_reaches_rows_of_others_where_the_policy_says_so(rows: Session) -> None:
    policy = Policy(read=owner | at_least(Role.ADMIN))
    assert _keepers(rows, Scope(Caller(id=BOB, role="admin"), policy)) == [ADA, ADA, BOB]
    assert _keepers(rows, Scope(Caller(id=BOB, role="reader"), policy)) == [BOB]


def test_nobody_reaches_what_no_policy_allows(rows: Session) -> None:
    assert _keepers(rows, Scope(Caller(id=ADA, role="admin"), Policy())) == []


@given(rule=st.sampled_from(RULES), caller=st.sampled_from(CALLERS))
def test_the_database_and_the_check_of_a_row_agree(
    rows: Session, rule: Rule, caller: Caller
) -> None:
    scope = Scope(caller, Policy(read=rule))
    leaves = rows.exec(select(Leaf)).all()
    allowed = sorted(leaf.keeper_id for leaf in leaves if _may_read(rows, scope, leaf))
    assert _keepers(rows, scope) == allowed


def test_owning_a_row_is_told_without_a_look_into_the_database() -> None:
    scope, leaf = Scope(Caller(id=BOB), Policy(delete=owner)), Leaf(keeper_id=ADA)
    assert isinstance(scope.of_row(leaf, owner), False_)
    assert isinstance(scope.of_row(Leaf(keeper_id=BOB), owner), True_)
