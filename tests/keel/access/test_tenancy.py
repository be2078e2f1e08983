"""A tenant's rows are nobody else's, whatever a rule says."""

from collections.abc import Iterator
from enum import StrEnum
from uuid import UUID

import pytest
from keel.access import ANONYMOUS, Caller, Policy, Rule, Scope, anyone, at_least, owner, signed_in
from keel.data import Model
from sqlalchemy import False_, Table, True_
from sqlmodel import Session, create_engine, select


class Role(StrEnum):
    AGENT = "agent"
    ADMIN = "admin"


class Case(Model, table=True):
    __tablename__ = "tenancy_cases"
    owner_field = "keeper_id"
    tenant_field = "firm_id"

    firm_id: UUID
    keeper_id: UUID


class Word(Model, table=True):
    __tablename__ = "tenancy_words"
    tenant_field = None


class Loose(Model, table=True):
    __tablename__ = "tenancy_loose"


TABLES: list[Table] = [each.__table__ for each in (Case, Word, Loose)]  # type: ignore[attr-defined]
for table in TABLES:
    table.metadata.remove(table)  # in no database but the one below

ONE, OTHER = UUID(int=11), UUID(int=12)
ADA, BOB = UUID(int=1), UUID(int=2)
ADMIN = Caller(id=BOB, role=Role.ADMIN, tenant_id=OTHER)
RULES = [anyone, signed_in, owner, at_least(Role.ADMIN), owner | at_least(Role.ADMIN)]


@pytest.fixture(scope="module")
def rows() -> Iterator[Session]:
    engine = create_engine("sqlite://")
    for table in TABLES:
        table.create(engine)
    with Session(engine) as session:
        session.add_all([Case(firm_id=ONE, keeper_id=ADA), Case(firm_id=OTHER, keeper_id=BOB)])
        session.add(Word())
        session.flush()
        yield session
    engine.dispose()


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_no_rule_reaches_beyond_the_tenant(rows: Session, rule: Rule) -> None:
    scope = Scope(ADMIN, Policy(read=rule))
    found = rows.exec(select(Case).where(scope.condition(Case, "read"))).all()
    assert [case.firm_id for case in found] == [OTHER]


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_who_is_of_no_tenant_reaches_no_row_of_one(rows: Session, rule: Rule) -> None:
    for caller in (ANONYMOUS, Caller(id=ADA, role=Role.ADMIN)):
        condition = Scope(caller, Policy(read=rule)).condition(Case, "read")
        assert rows.exec(select(Case).where(condition)).all() == []


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_of_one_row_it_is_told_without_a_look_into_the_database(rule: Rule) -> None:
    scope = Scope(ADMIN, Policy(read=rule))
    theirs, own = Case(firm_id=ONE, keeper_id=BOB), Case(firm_id=OTHER, keeper_id=BOB)
    assert isinstance(scope.of_row(theirs, rule), False_)
    assert isinstance(scope.of_row(own, rule), True_)


def test_rows_that_all_share_are_for_whom_the_rule_says(rows: Session) -> None:
    for caller, rule, number in ((ADMIN, signed_in, 1), (ANONYMOUS, anyone, 1), (ADMIN, owner, 0)):
        if rule is not owner:
            condition = Scope(caller, Policy(read=rule)).condition(Word, "read")
            assert len(rows.exec(select(Word).where(condition)).all()) == number


def test_a_model_that_does_not_say_whose_its_rows_are_is_refused() -> None:
    with pytest.raises(TypeError, match="Loose does not say which tenant a row is of"):
        Scope(ADMIN, Policy(read=signed_in)).condition(Loose, "read")
