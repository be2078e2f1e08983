"""What a request changes is its caller's doing, also where its code goes round the repositories."""

from uuid import UUID

import pytest
from exemplar.comments.models import Comment, CommentHistory
from exemplar.notes.models import Note
from exemplar.topics.models import Topic
from fastapi import FastAPI
from fastapi.testclient import TestClient
from keel.access import signed_in
from keel.auth import CurrentCaller, allow
from keel.data import Session
from people import People
from sqlmodel import SQLModel, select


async def scribble(session: Session, caller: CurrentCaller) -> dict[str, UUID | None]:
    names = ("notes", "notes_search", "comments", "comment_history")
    tables = [SQLModel.metadata.tables[name] for name in names]
    connection = await session.connection()
    await connection.run_sync(SQLModel.metadata.create_all, tables=tables)
    topic = Topic(name="Gardening")
    session.add(topic)
    await session.flush()
    note = Note(title="Frost", body="Cover it.", topic_id=topic.id, owner_id=caller.id)
    session.add(note)
    await session.flush()
    comment = Comment(text="By hand", note_id=note.id, owner_id=caller.id)
    session.add(comment)
    await session.flush()
    entry = (await session.exec(select(CommentHistory))).one()
    return {"created_by_id": comment.created_by_id, "by_id": entry.by_id}


@pytest.fixture
def desk(app: FastAPI) -> FastAPI:
    dependencies = [allow(signed_in)]
    app.add_api_route("/scribble", scribble, methods=["POST"], dependencies=dependencies)
    return app


def test_a_request_signs_what_its_session_writes(desk: FastAPI) -> None:
    with TestClient(desk) as client:
        token = People(desk, client).join()["access_token"]
        headers = {"Authorization": f"Bearer {token}"}
        mine = client.get("/users/me", headers=headers).json()["id"]
        answer = client.post("/scribble", headers=headers)
    assert answer.json() == {"created_by_id": mine, "by_id": mine}
