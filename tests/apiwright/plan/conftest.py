"""Pages of blueprints."""

from collections.abc import Callable

import pytest
from apiwright.blueprint.model import Blueprint
from apiwright.blueprint.read import read_blueprint

SHOP = """
backend: Shop
roles: [reader, editor, admin]
auth: {sign_up: open}
resources:
  Author:
    fields:
      name: str 1..120, unique, search
      born: date?
    access: {read: anyone, write: editor}
    list: {filter: [name, born], sort: [name, born]}
  Book:
    fields:
      title: str 1..200
      isbn: str 13, unique
      price: decimal(10,2) 0..
      stock: int 0.. = 0
      format: hardcover | paperback | ebook
      author: Author
      notes: text?
    unique: [[author, title]]
    access: {read: anyone, write: editor, delete: admin}
    list:
      filter: {author: [eq], format: [eq, in], title: [contains], created_at: [gte]}
      sort: [title, price]
      cursor: true
  OrderLine:
    owned: true
    fields: {book: "Book, on delete cascade", amount: int 1..}
    unique: [[owner, book]]
    access: {read: owner | admin, create: signed in}
"""


@pytest.fixture
def shop() -> Blueprint:
    """A backend with a bit of everything."""
    return read_blueprint(SHOP)


@pytest.fixture
def other_shop() -> Callable[[str, str], Blueprint]:
    """The shop with one thing written in another way."""

    def written(was: str, now: str) -> Blueprint:
        assert was in SHOP
        return read_blueprint(SHOP.replace(was, now))

    return written
