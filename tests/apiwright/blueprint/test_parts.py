"""A page in several files is one page."""

import jsonschema_rs
import pytest
from apiwright.blueprint.page.mistakes import BlueprintMistakes
from apiwright.blueprint.page.parts import part_names
from apiwright.blueprint.page.schema import part_schema
from apiwright.blueprint.read import read_blueprint

PAGE = "backend: Shop\nparts: [catalog.yaml, sales/orders.yaml]\n"
CATALOG = "resources:\n  Book: {fields: {title: str}, access: {read: anyone}}\n"
ORDERS = """\
resources:
  Order: {fields: {book: Book}, access: {read: anyone}}
endpoints:
  GET /orders/best: {returns: [Order], access: anyone}
"""
PARTS = {"catalog.yaml": CATALOG, "sales/orders.yaml": ORDERS}


def mistakes(page: str = PAGE, **changed: str) -> list[str]:
    names = {"catalog": "catalog.yaml", "orders": "sales/orders.yaml"}
    parts = PARTS | {names[name]: text for name, text in changed.items()}
    with pytest.raises(BlueprintMistakes) as found:
        read_blueprint(page, "shop/blueprint.yaml", parts)
    return str(found.value).splitlines()


def test_parts_and_page_are_one_blueprint() -> None:
    blueprint = read_blueprint(PAGE, parts=PARTS)
    whole = "backend: Shop\n" + ORDERS.replace("resources:\n", CATALOG)
    assert blueprint == read_blueprint(whole)


def test_what_the_page_says_itself_comes_first() -> None:
    own = "resources:\n  Author: {fields: {name: str}, access: {read: anyone}}\n"
    blueprint = read_blueprint(PAGE + own, parts=PARTS)
    assert [each.name for each in blueprint.resources] == ["Author", "Book", "Order"]


@pytest.mark.parametrize(
    ("file", "was", "now", "mistake"),
    [
        (
            "catalog",
            "title: str",
            "title: srt",
            "shop/catalog.yaml:2:26: `srt` is no type and no resource. Write `str`.",
        ),
        (
            "orders",
            "[Order]",
            "[Ordr]",
            "shop/sales/orders.yaml:4:32: `Ordr` is no resource. Write `Order`.",
        ),
        (
            "orders",
            "  Order:",
            "  Book:",
            (
                "shop/sales/orders.yaml:2:3: `Book` stands in `catalog.yaml` already, on line 2. "
                "Keep one of the two."
            ),
        ),
        (
            "catalog",
            "resources:",
            "roles: [a]\nresources:",
            "shop/catalog.yaml:1:1: `roles` is not a key of a part. Choose from `endpoints`.",
        ),
        (
            "catalog",
            "resources:",
            "parts: [x.yaml]\nresources:",
            "shop/catalog.yaml:1:1: `parts` is not a key of a part. Choose from `endpoints`.",
        ),
    ],
)
def test_a_mistake_names_the_part_it_stands_in(file: str, was: str, now: str, mistake: str) -> None:
    text = {"catalog": CATALOG, "orders": ORDERS}[file]
    assert mistake in mistakes(**{file: text.replace(was, now)})


def test_nothing_follows_from_a_part_that_is_no_yaml() -> None:
    (mistake,) = mistakes(catalog="resources: [")
    assert mistake.startswith("shop/catalog.yaml:")


def test_a_name_in_the_page_and_in_a_part_is_a_mistake() -> None:
    (mistake,) = mistakes(PAGE + CATALOG)
    assert "`Book` stands in the page already, on line 4." in mistake


@pytest.mark.parametrize("name", ["../x.yaml", "/etc/x.yaml", "a/../x.yaml", "x.json", ".yaml"])
def test_no_part_leads_out_of_the_folder(name: str) -> None:
    page = f"backend: Shop\nparts: ['{name}']\nresources: {{}}\n"
    assert part_names(page.encode()) == ()
    (mistake,) = mistakes(page)
    assert f"`{name}` is not spelled like a file in the page's folder." in mistake


def test_a_part_that_is_not_there_is_named() -> None:
    (mistake,) = mistakes("backend: Shop\nparts: [gone.yaml]\nresources: {}\n")
    assert mistake.startswith("shop/blueprint.yaml:2:9: `gone.yaml` is no file")


def test_without_any_resources_the_page_is_incomplete() -> None:
    (mistake,) = mistakes("backend: Shop\n")
    assert "`resources` is missing" in mistake


def test_editors_can_check_a_part() -> None:
    validator = jsonschema_rs.Draft202012Validator(part_schema())
    assert validator.is_valid({"resources": {}, "endpoints": {}})
    assert not validator.is_valid({"roles": []})
