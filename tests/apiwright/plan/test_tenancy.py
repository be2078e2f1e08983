"""What a plan says of tenants: their indexes, and rows that stand."""

import pytest
from apiwright.blueprint.model import Blueprint
from apiwright.blueprint.read import read_blueprint
from apiwright.plan.breaking import breaking
from apiwright.plan.tables import tables
from apiwright.plan.tenancy import misplaced_rows

PAGE = """\
backend: Desk
auth: {sign_up: open}
tenants: Company
resources:
  User: {access: {read: signed in}}
  Company: {fields: {name: str}, access: {read: signed in}}
  Plan:
    shared: true
    fields: {name: "str, unique"}
    access: {read: anyone}
  Project:
    fields: {code: "str, unique"}
    access: {read: signed in}
  Ticket:
    owned: true
    fields: {number: "int, unique", stars: int, project: Project, plan: "Plan, unique", at: date}
    unique: [[project, stars], [plan, stars], [owner, stars]]
    access: {read: signed in}
    list: {filter: [stars, at], sort: [at]}
"""
PLAIN = """\
backend: Desk
auth: {sign_up: open}
resources:
  User: {access: {read: signed in}}
  Company: {fields: {name: str}, access: {read: signed in}}
  Project: {fields: {code: "str, unique"}, access: {read: signed in}}
"""


@pytest.fixture
def desk() -> Blueprint:
    return read_blueprint(PAGE)


def test_unique_values_are_of_one_tenant_unless_a_row_of_it_tells_already(desk: Blueprint) -> None:
    found = {table.name: [each.columns for each in table.uniques] for table in tables(desk)}
    assert found["plans"] == [("name",)]
    assert found["projects"] == [("company_id", "code")]
    assert found["users"] == [("email",)]
    assert found["tickets"] == [
        ("company_id", "number"),
        ("company_id", "plan_id"),
        ("project_id", "stars"),
        ("company_id", "plan_id", "stars"),
        ("owner_id", "stars"),
    ]


def test_indexes_of_lists_begin_with_the_tenant(desk: Blueprint) -> None:
    found = {table.name: [each.columns for each in table.indexes] for table in tables(desk)}
    assert found["companies"] == []
    assert found["plans"] == []
    assert found["projects"] == [("company_id", "id")]
    assert found["tickets"] == [
        ("owner_id",),
        ("company_id", "id"),
        ("company_id", "stars"),
        ("plan_id",),
        ("company_id", "at", "id"),
    ]


def test_rows_are_kept_apart_within_each_tenant() -> None:
    page = PAGE.replace('{code: "str, unique"}', "{first: date, last: date}")
    ruled = page.replace("last: date}\n", "last: date}\n    rules: [last after first, {}]\n")
    rule = "no two overlap first..last"
    found = {table.name: table for table in tables(read_blueprint(ruled.replace("{}", rule)))}
    (exclusion,) = found["projects"].exclusions
    assert exclusion.per == ("company_id",)


def test_all_that_is_of_a_tenant_goes_with_it(desk: Blueprint) -> None:
    for table in tables(desk):
        keys = {key.column: key.on_delete for key in table.foreign_keys}
        assert keys.get("company_id", "CASCADE") == "CASCADE"


def test_rows_that_stand_can_get_no_tenant(desk: Blueprint) -> None:
    (reason,) = misplaced_rows(read_blueprint(PLAIN), desk)
    assert reason.what == "Rows of `User`, `Company`, `Project` that stand are of no `Company`."
    assert "copy the rows there, each with the `Company` that it is of" in reason.help


def test_rows_of_tenants_are_not_shown_to_all(desk: Blueprint) -> None:
    (reason,) = misplaced_rows(desk, read_blueprint(PLAIN))
    assert reason.why == "all would see them, whoever they belong to"
    shared = PAGE.replace("  Project:\n", "  Project:\n    shared: true\n")
    (reason,) = misplaced_rows(desk, read_blueprint(shared))
    assert reason.what == "Rows of `Project` that stand are each of one `Company`."


def test_what_is_new_beside_rows_that_stand_is_no_matter(desk: Blueprint) -> None:
    more = PAGE + "  Note: {fields: {text: str}, access: {read: signed in}}\n"
    assert not list(misplaced_rows(desk, read_blueprint(more)))


def test_what_a_new_tenant_needs_breaks_who_signs_up(desk: Blueprint) -> None:
    after = PAGE.replace(
        "Company: {fields: {name: str}", "Company: {fields: {name: str, size: int}"
    )
    assert breaking(desk, read_blueprint(after)) == ("`Company.size` is needed in new rows.",)
