"""A wall of posters: rows with files, that tests send and get."""

from collections.abc import Sequence
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, FastAPI, Query
from keel import SettingsWithFiles, create_app
from keel.access import ANONYMOUS, Policy, anyone
from keel.auth import allow
from keel.data import (
    Database,
    ExportResponse,
    FileAnswer,
    FileColumn,
    FileFolder,
    FileKind,
    FileLink,
    FileUpload,
    Input,
    Model,
    Output,
    Repository,
    Service,
    Session,
    SnapshotSession,
    StoredFile,
    exported,
    put_stored_file,
    remove_stored_file,
)
from keel.problems import Conflict
from sqlalchemy import MetaData
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

KEY = "a-key-for-tests-only-0123456789-abcdefghijklmnopqrstuvwxyz"
MAX_BYTES = 3_000_000
TYPES = (
    "image/png",
    "image/gif",
    "image/svg+xml",
    "text/html",
    "application/json",
    "application/pdf",
)
PRINT_FILE = FileKind(*TYPES, max_bytes=MAX_BYTES)
POLICY = Policy(read=anyone, write=anyone)

tables = registry(metadata=MetaData(naming_convention=SQLModel.metadata.naming_convention))


class WallModel(Model, registry=tables):
    """What the tables share."""


class Wall(WallModel, table=True):
    __tablename__ = "walls"

    street: str


class Poster(WallModel, table=True):
    __tablename__ = "wall_posters"

    title: str
    wall_id: UUID = Field(foreign_key="walls.id", ondelete="CASCADE")
    print: StoredFile | None = Field(default=None, sa_type=FileColumn)


class PosterRead(Output):
    id: UUID
    title: str
    print: FileLink | None


class Selection(Input):
    sort: Literal["created_at", "-created_at"] = "-created_at"


class WallRepository(Repository[Wall]):
    policy = POLICY


class PosterRepository(Repository[Poster]):
    policy = POLICY


class PosterService(Service[Poster, Any, Any, PosterRead]):
    async def save(self, row: Poster) -> PosterRead:
        """Nothing is hung over what is locked."""
        if row.title == "locked":
            raise Conflict("It is locked.")
        return await super().save(row)


class WallService(Service[Wall, Any, Any, Output]): ...


async def get_posters(session: Session) -> PosterService:
    return PosterService(PosterRepository(session, ANONYMOUS))


async def get_posters_to_export(session: SnapshotSession) -> PosterService:
    return PosterService(PosterRepository(session, ANONYMOUS))


async def get_walls(session: Session) -> WallService:
    return WallService(WallRepository(session, ANONYMOUS))


Posters = Annotated[PosterService, Depends(get_posters)]
PostersToExport = Annotated[PosterService, Depends(get_posters_to_export)]
Walls = Annotated[WallService, Depends(get_walls)]

router = APIRouter(dependencies=[allow(anyone)])
PLACE = "/wall-posters/{poster_id}"


@router.get("/wall-posters/export.{file_format}", responses=exported("csv"))
async def export_posters(
    file_format: Literal["csv"], query: Annotated[Selection, Query()], posters: PostersToExport
) -> ExportResponse:
    return ExportResponse.of(posters, query, file_format)


@router.get(PLACE)
async def read_poster(poster_id: UUID, posters: Posters) -> PosterRead:
    return await posters.read(poster_id)


@router.delete(PLACE, status_code=204)
async def delete_poster(poster_id: UUID, posters: Posters) -> None:
    await posters.delete(poster_id)


@router.delete("/walls/{wall_id}", status_code=204)
async def delete_wall(wall_id: UUID, walls: Walls) -> None:
    await walls.delete(wall_id)


@router.put(f"{PLACE}/print")
async def upload_poster_print(
    poster_id: UUID, upload: Annotated[FileUpload, Depends(PRINT_FILE)], posters: Posters
) -> PosterRead:
    return await put_stored_file(posters, poster_id, "print", upload)


@router.get(f"{PLACE}/print", response_class=FileAnswer, responses=PRINT_FILE.answers)
async def download_poster_print(
    poster_id: UUID, posters: Posters, folder: FileFolder
) -> FileAnswer:
    return await FileAnswer.of(posters, poster_id, "print", folder)


@router.delete(f"{PLACE}/print", status_code=204)
async def remove_poster_print(poster_id: UUID, posters: Posters) -> None:
    await remove_stored_file(posters, poster_id, "print")


@router.post("/echo")
async def echo(body: dict[str, str]) -> int:
    return len(body)


def make_app(database_url: str, files_dir: str) -> FastAPI:
    settings = SettingsWithFiles(
        _env_file=None,
        environment="test",
        database_url=database_url,
        secret_key=KEY,
        files_dir=files_dir,
        body_limit_bytes=1_000,
    )
    about = {"title": "Wall", "description": "Posters.", "version": "1"}
    return create_app(settings, routers=[router], **about)


async def make_tables(database: Database) -> None:
    async with database.engine.begin() as connection:
        await connection.run_sync(tables.metadata.create_all)


async def hang(database: Database, titles: Sequence[str] = ("Circus",)) -> list[Poster]:
    """New posters on a new wall."""

    async def add(session: AsyncSession) -> list[Poster]:
        wall = Wall(street="Elm")
        session.add(wall)
        await session.flush()
        posters = [Poster(title=title, wall_id=wall.id) for title in titles]
        session.add_all(posters)
        return posters

    async with database.transaction() as session:
        return await add(session)
