"""What can happen to the file of a row."""

from typing import TypeVar
from uuid import UUID

from keel.data.files.discarded import discard
from keel.data.files.stored import FileKey
from keel.data.files.upload import FileUpload
from keel.data.model import M
from keel.data.schemas import Input, Output
from keel.data.service import Service
from keel.problems import NotFound

C = TypeVar("C", bound=Input)
U = TypeVar("U", bound=Input)
R = TypeVar("R", bound=Output)


async def put_stored_file(
    service: Service[M, C, U, R], row_id: UUID, field: str, upload: FileUpload
) -> R:
    """Keep what is sent as the file of a row, in the place of the one it had; the row as answer.

    Who may do it is asked before the first byte is read, and again when the last is there:
    meanwhile no transaction is open, so that a slow body holds no connection and no lock.

    Raises:
        NotFound: There is no such row, or none that the caller may see.
        Forbidden: The caller may see it, but not change it.
        Problem: The body is not what the field takes, or cannot be kept: see `FileUpload.receive`.
    """
    repository = service.repository
    await repository.check(await repository.get(row_id), "update")
    await repository.session.commit()
    key = FileKey.new(repository.model.__tablename__, field, row_id)
    file = await upload.receive(str(key))
    try:
        row = await repository.get(row_id, lock=True)
        await repository.check(row, "update")
        discard(repository.session, getattr(row, field))
        setattr(row, field, file)
        return await service.save(row)
    except BaseException:
        upload.folder.remove([file.key])
        raise


async def remove_stored_file(service: Service[M, C, U, R], row_id: UUID, field: str) -> None:
    """Take the file of a row away.

    Raises:
        NotFound: There is no such row, none that the caller may see, or it has no file.
        Forbidden: The caller may see it, but not change it.
    """
    repository = service.repository
    row = await repository.get(row_id, lock=True)
    await repository.check(row, "update")
    if (file := getattr(row, field)) is None:
        raise NotFound
    discard(repository.session, file)
    setattr(row, field, None)
    await service.save(row)
