"""Files: what they mean, what cannot be meant, and what clients lose."""

import pytest
from apiwright.blueprint.model import Blueprint, Field
from apiwright.blueprint.read import read_blueprint
from apiwright.plan.breaking import breaking
from apiwright.plan.contract import endpoints
from apiwright.plan.difference import difference
from apiwright.plan.tables import tables

from tests.apiwright.blueprint.conftest import Mistakes

PAGE = """\
backend: Shop
auth: {{sign_up: open}}
resources:
  Book:
    fields:
      title: str
      cover: {cover}
    access: {access}
    {more}
"""
COVER = "file? ..5MB, image/png | image/jpeg"
BOOK = "    access: {read: anyone}\n    fields: {book: Book, on delete cascade}\n"


def page(cover: str = COVER, access: str = "{read: anyone, write: admin}", more: str = "") -> str:
    return PAGE.format(cover=cover, access=access, more=more)


def shop(cover: str = COVER) -> Blueprint:
    return read_blueprint(page(cover))


def cover_of(said: str) -> Field:
    return shop(said).resources[0].field("cover")


def test_a_file_has_a_size_and_media_types() -> None:
    field = cover_of(COVER)
    assert (field.maximum, field.media_types) == (5_000_000, ("image/png", "image/jpeg"))
    assert field == cover_of(
        "{type: file, optional: true, max: 5MB, media_types: [image/png, image/jpeg]}"
    )


@pytest.mark.parametrize(
    ("size", "bytes_"),
    [(" ..500kB", 500_000), (" ..1GB", 10**9), (" ..1234", 1_234), ("", 10_000_000)],
)
def test_a_size_is_written_with_its_unit(size: str, bytes_: int) -> None:
    assert cover_of(f"file?{size}, image/png").maximum == bytes_


def test_a_file_has_three_endpoints_for_whom_its_row_is() -> None:
    found = [each for each in endpoints(shop()) if each.path.endswith("/cover")]
    assert [(str(each), each.name, each.access, each.answer) for each in found] == [
        ("PUT /books/{book_id}/cover", "upload_book_cover", "admin", "200 BookRead"),
        ("GET /books/{book_id}/cover", "download_book_cover", "anyone", "200 file"),
        ("DELETE /books/{book_id}/cover", "remove_book_cover", "admin", "204 nothing"),
    ]


@pytest.mark.parametrize(
    ("cover", "what", "advice"),
    [
        ("file ..5MB, image/png", "a row is made first", "Write `file?`."),
        ("file? ..5MB", "does not say what it may be", "`file? ..5MB, image/png | image/jpeg`"),
        ("file? 1MB..5MB, image/png", "`min` means nothing for `file`", "Take it out."),
        ("file? ..2GB, image/png", "not between 1 and 1000000000", "goes no further"),
        ("file? ..5TB, image/png", "makes no sense here", ""),
        ("{type: file, optional: true, max: big, media_types: [image/png]}", "`5MB`", ""),
        ("file?, image/*", "would let anything in", "Name each"),
        ("file?, image/png | image/png", "stands here twice", "Take one out."),
        ("file?, multipart/form-data", "no media type of files", "`application/pdf`"),
        ("file?, Image/PNG", "no media type of files", "`image/png`"),
        ('file?, image/png"evil', "no media type of files", "`image/png`"),
        ("file?, image/png, unique", "`unique` means nothing for `file`", "Take it out."),
        ("file?, image/png, search", "`search` means nothing for `file`", "Take it out."),
        ("file?, image/png, read-only", "`read_only` means nothing", "Take it out."),
        ("file?, image/png, write-only", "`write_only` means nothing", "Take it out."),
        ("file?, image/png = x", "`default` means nothing for `file`", "Take it out."),
        ('"[file]"', "A list cannot hold `file`", "Write a resource that has one file"),
        ("str, image/png", "`media_types` means nothing for `str`", "Take it out."),
    ],
)
def test_what_a_file_cannot_be_is_said_where_it_stands(
    mistakes: Mistakes, cover: str, what: str, advice: str
) -> None:
    found = mistakes(page(cover))
    assert [each.line for each in found] == [7], found
    assert what.lower() in found[0].what.lower(), found
    assert advice in (found[0].help or ""), found


@pytest.mark.parametrize(
    ("access", "what"),
    [
        ("{read: anyone, create: admin}", "Nobody may update `Book`"),
        ("{list: anyone, write: admin}", "Nobody may read `Book`"),
    ],
)
def test_somebody_may_send_a_file_and_somebody_get_it(
    mistakes: Mistakes, access: str, what: str
) -> None:
    found = [each.what for each in mistakes(page(access=access)) if each.line == 7]
    assert [what in each for each in found] == [True], found


def test_an_account_has_no_files(mistakes: Mistakes) -> None:
    user = "  User: {fields: {face: 'file?, image/png'}, access: {read: admin, write: admin}}\n"
    (mistake,) = mistakes(page() + user)
    assert (mistake.line, mistake.what[:24]) == (10, "An account has no files:")


@pytest.mark.parametrize(
    ("more", "what"),
    [
        ("list: {filter: [cover]}", ""),
        ("list: {sort: [cover]}", "`file` has no order to sort by"),
        ("unique: [[cover, title]]", "`file` cannot be unique"),
        ("rules: [cover after title]", "which has no order"),
        ("rules: [at most 2 per cover]", "`file` cannot be counted by"),
        ("actions: {show: {by: admin, sets: {cover: null}}}", "with endpoints of its own"),
        ("actions: {show: {by: admin, body: [cover]}}", "hold no files"),
        ("actions: {show: {by: admin, body: {other: 'file?, image/png'}}}", "hold no files"),
        ("actions: {upload_cover: {by: admin, body: {a: int}}}", ""),
    ],
)
def test_what_else_has_no_use_for_files(mistakes: Mistakes, more: str, what: str) -> None:
    found = mistakes(page(more=more))
    assert [what in each.what for each in found] == ([True] if what else []), found


@pytest.mark.parametrize("part", ["body", "query", "returns"])
def test_endpoints_hold_no_files(mistakes: Mistakes, part: str) -> None:
    said = "returns: Book, " if part != "returns" else ""
    endpoint = f"{{{said}access: admin, {part}: {{face: 'file?, image/png'}}}}"
    found = mistakes(f"{page()}endpoints:\n  POST /books/{{book}}/draw: {endpoint}\n")
    assert ["hold no files" in each.what for each in found] == [True], found


@pytest.mark.parametrize(
    ("resources", "what"),
    [
        (
            "Print: {fields: {book: Book}, access: {read: anyone, create: admin}, under: book}",
            "`/prints` is the list of `Print`",
        ),
        (
            (
                "BookPrints: {fields: {a: int}, access: {read: anyone}, plural: sheets, "
                "actions: {remove: {by: admin}}}"
            ),
            "has the name of the action `remove` of `BookPrints`",
        ),
    ],
)
def test_the_routes_of_a_file_are_there_once(mistakes: Mistakes, resources: str, what: str) -> None:
    found = mistakes(f"{page().replace('cover:', 'prints:')}  {resources}\n")
    assert [(each.line, what in each.what) for each in found] == [(7, True)], found


def test_files_of_two_resources_have_routes_of_two_names(mistakes: Mistakes) -> None:
    pages = (
        "  BookCover: {fields: {page: 'file?, image/png'}, access: {read: anyone, write: admin}}"
    )
    found = mistakes(f"{page().replace('cover:', 'cover_page:')}{pages}\n")
    assert [(each.line, "the file `cover_page` of `Book`" in each.what) for each in found] == [
        (10, True)
    ], found


def test_a_tree_has_paths_of_its_own(mistakes: Mistakes) -> None:
    found = mistakes(
        page(more="tree: above")
        .replace("      title: str\n", "      above: Book?\n")
        .replace("cover:", "children:")
    )
    assert ["of their own" in each.what for each in found] == [True], found


def test_an_endpoint_at_the_path_of_a_file_is_there_already(mistakes: Mistakes) -> None:
    more = "endpoints:\n  PUT /books/{book}/cover: {access: admin}\n"
    (mistake,) = mistakes(page() + more)
    assert "is there already: `upload_book_cover`" in mistake.what


def test_clients_are_told_what_of_a_file_they_lose() -> None:
    without = read_blueprint(page().replace(f"      cover: {COVER}\n", ""))
    assert "`Book.cover` is gone: answers do not have it." in breaking(shop(), without)
    assert breaking(without, shop()) == ()
    assert breaking(shop(), shop("file? ..1MB, image/png")) == (
        "`Book.cover` must not be `image/jpeg`.",
        "`Book.cover` has at most 1,000,000 bytes.",
    )
    assert breaking(shop("file? ..1MB, image/png"), shop()) == ()
    assert "`Book.cover` is `file` now; it was `json`." in breaking(shop("json?"), shop())


@pytest.mark.parametrize("was", ["json?", "str?", '"[str]?"'])
def test_what_was_no_file_does_not_become_one(was: str) -> None:
    change = difference(tables(shop(was)), tables(shop()))
    assert change.losses == ("books.cover",)
