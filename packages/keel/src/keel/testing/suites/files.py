"""Files of rows: who sends, gets and removes them, what they may be, and where they stay."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from keel.access import nobody
from keel.data.deletion.soft_deleted import SoftDeleted
from keel.data.files.answer import SHOWN
from keel.data.files.signatures import SIGNATURES
from keel.data.files.stored import FileKey
from keel.testing.answers import Answer
from keel.testing.cases import each
from keel.testing.file_samples import content_of, first_type
from keel.testing.kinds import Promise, promise
from keel.testing.references import NOWHERE
from keel.testing.resource import Resource
from keel.testing.scene import Scene
from keel.testing.standings import standings
from keel.testing.visitors import Visitor


@dataclass(frozen=True, slots=True)
class _By:
    """What comes of a file by a kind of caller."""

    field: str
    promise: Promise

    def __str__(self) -> str:
        return f"{self.field} of a row: {self.promise}"


def _files(resource: Resource) -> list[str]:
    return [*resource.files]


def _known(resource: Resource) -> list[str]:
    kinds = resource.files.items()
    return [name for name, kind in kinds if {*kind.media_types} & {*SIGNATURES}]


def _deleted(resource: Resource) -> list[str]:
    return _files(resource) if resource.policy.delete != nobody else []


def _gone(resource: Resource) -> list[str]:
    return [] if issubclass(resource.model, SoftDeleted) else _deleted(resource)


def _hidden(resource: Resource) -> list[str]:
    return _deleted(resource) if issubclass(resource.model, SoftDeleted) else []


def _senders(resource: Resource) -> Iterator[_By]:
    return _by(resource, "update")


def _readers(resource: Resource) -> Iterator[_By]:
    return _by(resource, "read")


def _by(resource: Resource, operation: str) -> Iterator[_By]:
    for field in resource.files:
        for kind in standings(resource.policy, owned=resource.owner_field is not None):
            yield _By(field, promise(resource.policy, operation, kind))


class FileTests:
    """A file is for whom its row is, comes back as it was sent, and goes with its row."""

    @each(_senders)
    def test_who_may_send_a_file(self, scene: Scene, case: _By) -> None:
        row, visitor = scene.row(), scene.visitor(case.promise.kind)
        answer = _put(scene, visitor, row, case.field)
        answer.must_be(case.promise.status, case.promise.because)
        kept = len(_kept(scene, row))
        answer.must_hold(kept == case.promise.is_allowed, "a file on the disk only if it may")

    @each(_readers)
    def test_who_may_get_a_file(self, scene: Scene, case: _By) -> None:
        row = _sent(scene, case.field)
        answer = scene.visitor(case.promise.kind).get(_url(scene, row, case.field))
        answer.must_be(case.promise.status, case.promise.because)

    @each(_senders)
    def test_who_may_take_a_file_away(self, scene: Scene, case: _By) -> None:
        row, visitor = _sent(scene, case.field), scene.visitor(case.promise.kind)
        answer = visitor.delete(_url(scene, row, case.field))
        status = 204 if case.promise.is_allowed else case.promise.status
        answer.must_be(status, case.promise.because)
        kept = len(_kept(scene, row))
        answer.must_hold(kept != case.promise.is_allowed, "the file to be gone only if it may")

    @each(_files)
    def test_a_file_comes_back_as_it_was_sent(self, scene: Scene, case: str) -> None:
        row, content = scene.row(), _content(scene, case)
        sent = _put(scene, scene.allowed("update"), row, case).must_be(200, "it is a file")
        media_type = first_type(scene.resource.files[case])
        url = _url(scene, row, case)
        link = {
            "url": url,
            "media_type": media_type,
            "bytes": len(content),
            "sha256": sha256(content).hexdigest(),
        }
        sent.must_hold(sent.body[case] == link, f"{case} to be {link}")
        answer = scene.allowed("read").get(url).must_be(200, "the row has a file")
        answer.must_hold(answer.response.content == content, "the bytes that were sent")
        _must_be_harmless(answer, media_type)
        again = scene.allowed("read").send(
            "GET", url, {"if-none-match": answer.response.headers["etag"]}
        )
        again.must_be(304, "who asks has it")

    @each(_files)
    def test_only_a_part_of_a_file_is_sent_where_it_is_asked_for(
        self, scene: Scene, case: str
    ) -> None:
        url, visitor = _url(scene, _sent(scene, case), case), scene.allowed("read")
        part = visitor.send("GET", url, {"range": "bytes=1-2"}).must_be(206, "it has a second byte")
        part.must_hold(part.response.content == _content(scene, case)[1:3], "two bytes")
        behind = visitor.send("GET", url, {"range": "bytes=1000000-"})
        behind.must_be(416, "it ends before")

    @each(_files)
    def test_head_tells_of_a_file_and_does_not_send_it(self, scene: Scene, case: str) -> None:
        url = _url(scene, _sent(scene, case), case)
        answer = scene.allowed("read").send("HEAD", url).must_be(200, "the row has a file")
        length = answer.response.headers["content-length"]
        answer.must_hold(length == str(len(_content(scene, case))), "its size")
        answer.must_hold(answer.response.content == b"", "nothing behind the headers")

    @each(_files)
    def test_a_file_of_another_type_is_refused(self, scene: Scene, case: str) -> None:
        row, visitor, content = scene.row(), scene.allowed("update"), _content(scene, case)
        answer = visitor.put_file(_url(scene, row, case), content, "application/x-strange")
        answer.must_be(415, f"{case} takes {scene.resource.files[case].media_types}")
        _must_have_none(scene, row, answer)

    @each(_known)
    def test_content_that_is_not_of_its_type_is_refused(self, scene: Scene, case: str) -> None:
        row, visitor = scene.row(), scene.allowed("update")
        types = scene.resource.files[case].media_types
        known = next(each_type for each_type in types if each_type in SIGNATURES)
        answer = visitor.put_file(_url(scene, row, case), b"<script>alert(1)</script>", known)
        answer.must_be(415, f"no {known} begins so")
        _must_have_none(scene, row, answer)

    @each(_files)
    def test_a_file_that_is_too_large_is_refused(self, scene: Scene, case: str) -> None:
        row, kind = scene.row(), scene.resource.files[case]
        url, content, said = _url(scene, row, case), _content(scene, case), first_type(kind)
        too_long = str(kind.max_bytes + 1)
        visitor = scene.allowed("update")
        answer = visitor.put_file(url, content, said, content_length=too_long)
        answer.must_be(413, f"{case} has at most {kind.max_bytes} bytes")
        _must_have_none(scene, row, answer)

    @each(_files)
    def test_an_empty_file_is_refused(self, scene: Scene, case: str) -> None:
        row, media_type = scene.row(), first_type(scene.resource.files[case])
        answer = scene.allowed("update").put_file(_url(scene, row, case), b"", media_type)
        answer.must_be(422, "there is nothing in it").must_name("body")
        _must_have_none(scene, row, answer)

    @each(_files)
    def test_there_is_no_file_where_none_was_sent(self, scene: Scene, case: str) -> None:
        url, row = scene.resource.url, scene.row()
        shown = scene.allowed("read").get(url(row.id)).must_be(200, "the row is there")
        shown.must_hold(shown.body[case] is None, f"{case} to be null")
        for row_id in (row.id, NOWHERE):
            row.id = row_id
            place = _url(scene, row, case)
            scene.allowed("read").get(place).must_be(404, "there is no file")
            scene.allowed("update").delete(place).must_be(404, "there is no file")
        _put(scene, scene.allowed("update"), row, case).must_be(404, "there is no row")

    @each(_files)
    def test_a_file_that_is_replaced_is_gone(self, scene: Scene, case: str) -> None:
        row = _sent(scene, case)
        (before,) = _kept(scene, row)
        answer = _put(scene, scene.allowed("update"), row, case).must_be(200, "it is a file")
        after = _kept(scene, row)
        answer.must_hold(len(after) == 1 and before not in after, "the new file alone")

    @each(_gone)
    def test_a_file_goes_with_its_row(self, scene: Scene, case: str) -> None:
        row = _sent(scene, case)
        answer = scene.send("delete", scene.allowed("delete"), row).must_be(204, "it is there")
        answer.must_hold(not _kept(scene, row), "no file to be left")

    @each(_hidden)
    def test_a_file_of_a_deleted_row_waits_out_of_reach(self, scene: Scene, case: str) -> None:
        row = _sent(scene, case)
        scene.send("delete", scene.allowed("delete"), row).must_be(204, "it is there")
        answer = scene.allowed("read").get(_url(scene, row, case)).must_be(404, "it is deleted")
        answer.must_hold(bool(_kept(scene, row)), "the file to be kept")
        if scene.resource.policy.purge != nobody:
            place = f"{scene.resource.path}/deleted/{row.id}"
            answer = scene.allowed("purge").delete(place).must_be(204, "it was deleted")
            answer.must_hold(not _kept(scene, row), "no file to be left")

    @each(_files)
    def test_getting_a_file_costs_no_more_than_reading_its_row(
        self, scene: Scene, case: str
    ) -> None:
        row, visitor = _sent(scene, case), scene.allowed("read")
        with scene.store.statements() as reading:
            visitor.get(scene.resource.url(row.id))
        with scene.store.statements() as getting:
            visitor.get(_url(scene, row, case)).must_be(200, "the row has a file")
        assert len(getting) <= len(reading), "\n".join(["Getting the file takes:", *getting])


def _url(scene: Scene, row: Any, field: str) -> str:
    return f"{scene.resource.url(row.id)}/{field.replace('_', '-')}"


def _content(scene: Scene, field: str) -> bytes:
    return content_of(first_type(scene.resource.files[field]))


def _put(scene: Scene, by: Visitor, row: Any, field: str) -> Answer:
    media_type = first_type(scene.resource.files[field])
    return by.put_file(_url(scene, row, field), _content(scene, field), media_type)


def _sent(scene: Scene, field: str) -> Any:
    """A row with a file."""
    row = scene.row()
    _put(scene, scene.allowed("update"), row, field).must_be(200, "it is a file")
    return row


def _kept(scene: Scene, row: Any) -> list[str]:
    """The keys of the files that are kept for a row."""
    return [key for key in scene.store.files.keys(-1) if FileKey.read(key).row_id == row.id]


def _must_have_none(scene: Scene, row: Any, answer: Answer) -> None:
    drafts = [*scene.store.files.drafts.iterdir()]
    answer.must_hold(not (_kept(scene, row) or drafts), "nothing to be left on the disk")


def _must_be_harmless(answer: Answer, media_type: str) -> None:
    headers = answer.response.headers
    answer.must_hold(headers["content-type"] == media_type, f"the type {media_type}")
    answer.must_hold(headers["x-content-type-options"] == "nosniff", "no other type to be tried")
    answer.must_hold("sandbox" in headers["content-security-policy"], "no script to run")
    way = "inline" if media_type in SHOWN else "attachment"
    answer.must_hold(headers["content-disposition"].startswith(way), f"to be {way}")
