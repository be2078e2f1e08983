"""Fields that only some callers may read or write."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from keel.access import FieldRules, Policy, owner, signed_in
from keel.data import Database, ExportResponse, FileFormat, PageQuery, Repository
from keel.problems import Forbidden
from pydantic import ValidationError
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from tests.keel.data.shop import statements
from tests.keel.data.staff import (
    Desk,
    File,
    FileBody,
    FileChange,
    FileRead,
    FileRepository,
    Files,
    Membership,
    Person,
    Role,
    Seat,
    Team,
    admin,
    tables,
)

pytestmark = pytest.mark.anyio


class OfOwnersAndRoles(FileRepository):
    """Files whose rules look at nothing but the row and the caller."""

    policy = Policy(read=signed_in, fields={"salary": FieldRules(read=owner | admin)})


GUARDED = {"tax_number", "salary", "score", "mentor_id"}


@dataclass
class Staff:
    """Ada's file and Bob's; Eve leads their team, Gil is in it, Root is an admin."""

    database: Database
    session: AsyncSession
    ada: Desk
    eve: Desk
    gil: Desk
    root: Desk
    file: File
    team_id: UUID


@pytest.fixture
async def staff(database_url: str) -> AsyncIterator[Staff]:
    database = Database(database_url)
    async with database.engine.begin() as connection:
        await connection.run_sync(tables.metadata.create_all)
    people = [Person() for _ in range(5)]
    ada, bob, eve, gil, root = people
    team = Team()
    async with database.transaction() as session:
        session.add_all([*people, team])
        await session.flush()
        values: dict[str, Any] = {"salary": 9, "tax_number": "DE-7", "score": 3}
        file = File(name="Ada", team_id=team.id, owner_id=ada.id, mentor_id=eve.id, **values)
        other = File(name="Bob", team_id=team.id, owner_id=bob.id, mentor_id=eve.id, **values)
        seats = [
            Membership(team_id=team.id, user_id=eve.id, seat=Seat.LEAD),
            Membership(team_id=team.id, user_id=gil.id),
        ]
        session.add_all([file, other, *seats])
        await session.flush()
        yield Staff(
            database=database,
            session=session,
            ada=Desk(session, ada),
            eve=Desk(session, eve),
            gil=Desk(session, gil),
            root=Desk(session, root, Role.ADMIN),
            file=file,
            team_id=team.id,
        )
    await database.close()


async def seen(desk: Desk, file: File) -> set[str]:
    """The guarded members of an answer."""
    answer = await desk.files.read(file.id)
    return GUARDED & answer.model_dump().keys()


async def test_each_caller_is_told_what_is_for_them(staff: Staff) -> None:
    assert await seen(staff.ada, staff.file) == GUARDED
    assert await seen(staff.eve, staff.file) == {"score"}
    assert await seen(staff.gil, staff.file) == set()
    assert await seen(staff.root, staff.file) == {"salary"}


async def test_what_is_hidden_is_absent_from_json_and_optional_in_its_schema(staff: Staff) -> None:
    answer = await staff.gil.files.read(staff.file.id)
    assert set(answer.model_dump(mode="json")) == {"id", "name"}
    schema = FileRead.model_json_schema(mode="serialization")
    assert not GUARDED & set(schema["required"])


async def test_a_page_has_of_each_row_what_is_for_the_caller(staff: Staff) -> None:
    page = await staff.ada.files.page(PageQuery())
    shown = {item.name: GUARDED & item.model_dump().keys() for item in page.items}
    assert shown == {"Ada": GUARDED, "Bob": set()}


@pytest.mark.parametrize("rows", [1, 5])
async def test_a_page_costs_one_statement_whatever_its_rows_show_to_whom(
    staff: Staff, rows: int
) -> None:
    for _ in range(rows):
        await staff.root.files.create(FileBody(team_id=staff.team_id))
    for repository in (FileRepository, OfOwnersAndRoles):
        files = Files(repository(staff.session, staff.gil.files.repository.scope.caller))
        with statements(staff.database) as sent:
            await files.page(PageQuery())
        assert len(sent) == 1, sent


@pytest.mark.parametrize("salary", [None, 5])
async def test_a_body_with_what_the_caller_may_not_set_is_refused(
    staff: Staff, salary: int | None
) -> None:
    with pytest.raises(Forbidden) as refusal:
        await staff.ada.files.create(FileBody(team_id=staff.team_id, salary=salary, score=1))
    said = [(error.field, error.message) for error in refusal.value.errors]
    assert said == [
        ("body.salary", "Only for: admin."),
        ("body.score", "Only for: member of team as lead."),
    ]
    with pytest.raises(Forbidden):
        await staff.ada.files.update(staff.file.id, FileChange(name="Mine", salary=salary))
    assert len((await staff.session.exec(select(File))).all()) == 2
    assert (staff.file.name, staff.file.salary) == ("Ada", 9)


async def test_who_may_set_a_field_sets_it_and_is_told_what_is_for_them(staff: Staff) -> None:
    answer = await staff.eve.files.update(staff.file.id, FileChange(score=5))
    assert (staff.file.score, answer.model_dump()["score"]) == (5, 5)
    made = await staff.root.files.create(FileBody(team_id=staff.team_id, salary=7))
    assert made.model_dump()["salary"] == 7
    await staff.root.files.update(staff.file.id, FileChange(salary=8))
    assert (staff.file.salary, staff.file.score) == (8, 5)


async def test_a_body_without_it_leaves_it_as_it_is_or_by_default(staff: Staff) -> None:
    await staff.gil.files.update(staff.file.id, FileChange(name="Ada L."))
    assert (staff.file.name, staff.file.salary, staff.file.score) == ("Ada L.", 9, 3)
    made = await staff.ada.files.create(FileBody(team_id=staff.team_id))
    assert made.model_dump()["salary"] is None


async def test_an_action_takes_a_field_from_whom_it_is_for(staff: Staff) -> None:
    with pytest.raises(Forbidden):
        await staff.gil.files.assess(staff.file.id, FileChange(score=1))
    assert (await staff.eve.files.assess(staff.file.id, FileChange(score=1))).id == staff.file.id
    assert staff.file.score == 1


async def test_a_hidden_reference_leads_to_nothing_in_an_include(staff: Staff) -> None:
    hidden = await staff.gil.with_mentors.read(staff.file.id, ["mentor"])
    assert hidden.model_dump(mode="json") == {
        "id": str(staff.file.id),
        "name": "Ada",
        "mentor": None,
    }
    shown = await staff.ada.with_mentors.read(staff.file.id, ["mentor"])
    assert shown.model_dump()["mentor"]["id"] == staff.file.mentor_id


@pytest.mark.parametrize(
    ("file_format", "hidden"), [("csv", ",Bob,,,,\r\n"), ("jsonl", ',"name":"Bob"}\n')]
)
async def test_a_file_says_no_more_than_the_list(
    staff: Staff, file_format: FileFormat, hidden: str
) -> None:
    response = ExportResponse.of(staff.ada.files, PageQuery(), file_format)
    text = "".join([str(piece) async for piece in response.body_iterator])
    assert hidden in text
    assert text.count("DE-7") == 1


async def test_what_is_sensitive_is_in_no_repr(staff: Staff) -> None:
    answer = await staff.ada.files.read(staff.file.id)
    body = FileBody(team_id=staff.team_id, tax_number="DE-7")
    assert not [each for each in (staff.file, answer, body) if "DE-7" in repr(each)]


async def test_no_error_of_a_schema_repeats_a_value() -> None:
    for schema in (FileBody, FileRead):
        with pytest.raises(ValidationError) as error:
            schema.model_validate({"salary": "DE-7"})
        assert "DE-7" not in str(error.value)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"wage": FieldRules(read=signed_in)}, "guards `wage`, which Team has not"),
        ({"created_at": FieldRules(read=owner)}, "rows of Team have none"),
        ({"created_at": FieldRules(write=owner)}, "rows of Team have none"),
    ],
)
async def test_a_policy_that_its_model_cannot_meet_is_refused(
    fields: dict[str, FieldRules], said: str
) -> None:
    with pytest.raises(TypeError, match=said):

        class Teams(Repository[Team]):  # pyright: ignore[reportUnusedClass] - making it is the test
            policy = Policy(read=signed_in, fields=fields)
