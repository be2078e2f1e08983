"""Tenants, who share one backend and of whom none reaches what is another's."""

from collections.abc import Callable

import pytest
from apiwright.blueprint.page.mistakes import Mistake
from apiwright.blueprint.read import read_blueprint

PAGE = """\
backend: Desk
auth: {sign_up: open}
tenants: Company
resources:
  User:
    fields: {full_name: str?}
    access: {read: admin, write: admin}
  Company:
    fields: {name: str, plan: Plan?}
    access: {read: signed in, update: admin}
  Plan:
    shared: true
    fields: {name: str}
    access: {read: anyone}
  Project:
    fields: {code: "str, unique"}
    access: {read: signed in, write: admin}
  Ticket:
    owned: true
    fields: {title: str, project: Project}
    access: {read: signed in, create: signed in}
"""

Mistakes = Callable[[str | bytes], tuple[Mistake, ...]]


def _changed(old: str, new: str) -> str:
    assert PAGE.count(old) == 1, old
    return PAGE.replace(old, new)


def test_rows_know_of_which_tenant_they_are_unless_all_share_them() -> None:
    blueprint = read_blueprint(PAGE)
    leads = {each.name: each.tenancy and each.tenancy.lead for each in blueprint.resources}
    assert leads == {
        "User": ("company_id",),
        "Company": (),
        "Plan": None,
        "Project": ("company_id",),
        "Ticket": ("company_id",),
    }


COMPANY = "fields: {name: str, plan: Plan?}\n    access: {read: signed in, update: admin}"
PLAN = "fields: {name: str}\n    access: {read: anyone}"
PROJECT = 'fields: {code: "str, unique"}\n    access: {read: signed in, write: admin}'
TICKET = "fields: {title: str, project: Project}\n    access: {read: signed in, create: signed in}"
WAVE = '"POST /tickets/{ticket}/wave": {access: anyone}'
BEGUN = "Write `read` and `update` alone."
READ_ALONE = "Keep `read` alone; such rows come from a migration or from code of yours."
CHANGED_FOR_ALL = "One `Company` would change it for all."


@pytest.mark.parametrize(
    ("old", "new", "what", "advice"),
    [
        (
            "tenants: Company",
            "tenants: Compny",
            "`Compny` is no resource.",
            "Write `Company`.",
        ),
        (
            TICKET,
            f"{TICKET}\n    history: true",
            "A history outlives its row, and then nobody knows of which `Company` it is.",
            "Take it out, or write `audit: true`.",
        ),
        (
            "tenants: Company",
            "tenants: User",
            "An account is one person, and a tenant has any number.",
            "Name another resource, such as `Company`.",
        ),
        (
            COMPANY,
            "fields: {name: str}\n    access: {read: signed in, write: admin}",
            "Somebody who signs up begins one, and nobody in one makes another.",
            BEGUN,
        ),
        (
            COMPANY,
            "fields: {name: str}\n    access: {read: signed in, delete: admin}",
            "All that is of it would go with it, its people too.",
            BEGUN,
        ),
        (
            COMPANY,
            "fields: {name: str}\n    access: {read: anyone, update: admin}",
            "Of an unknown caller nobody knows which `Company` they are of.",
            "Write `signed in`.",
        ),
        (
            COMPANY,
            'fields: {name: "str, unique"}\n    access: {read: signed in}',
            "Who cannot have it would learn that another `Company` has it.",
            "Take `unique` out; tenants are told apart by their `id`.",
        ),
        (
            COMPANY,
            "fields: {name: str, main: Project?}\n    access: {read: signed in}",
            "A `Company` is there before any `Project` of its own is.",
            "Refer the other way, or share `Project`: `shared: true`.",
        ),
        (
            COMPANY,
            "fields: {name: str, plan: Plan}\n    access: {read: signed in}",
            "A `Company` begins without saying which `Plan`.",
            "Write `?` behind the type.",
        ),
        (
            COMPANY,
            "owned: true\n    fields: {name: str}\n    access: {read: signed in}",
            "A `Company` belongs to nobody alone: it is there before its people are.",
            "Take it out.",
        ),
        (
            COMPANY,
            "fields: {name: str}\n    rules: [at most 3 per name]\n    access: {read: signed in}",
            "No `Company` knows of another, and so none can stand against it.",
            "Take it out.",
        ),
        (
            COMPANY,
            "shared: true\n    fields: {name: str}\n    access: {read: signed in}",
            "Tenants share nothing.",
            "Take it out.",
        ),
        (
            PROJECT,
            "fields: {code: str}\n    access: {read: anyone}",
            "Of an unknown caller nobody knows which `Company` they are of.",
            "Write `signed in`, or let all share the rows: `shared: true`.",
        ),
        (
            TICKET,
            "fields: {partner: Company}\n    access: {read: signed in}",
            "Each row is of a `Company` without saying so, and can lead to no other.",
            "Take it out.",
        ),
        (
            TICKET,
            "fields: {company_id: str}\n    access: {read: signed in}",
            "`company_id` is what each row has for its `Company`.",
            "Write another name.",
        ),
        (
            "fields: {full_name: str?}",
            "fields: {company: str?}",
            "`company` is what each row has for its `Company`.",
            "Write another name.",
        ),
        (
            "fields: {full_name: str?}",
            "fields: {favourite: Project?}",
            "Who signs up begins a `Company`, where no `Project` is yet.",
            "Make it `read-only`, or say in another resource whose it is.",
        ),
        (
            PLAN,
            "fields: {name: str}\n    access: {read: anyone, update: admin}",
            CHANGED_FOR_ALL,
            READ_ALONE,
        ),
        (
            PLAN,
            f"{PLAN}\n    actions: {{end: {{by: admin, sets: {{name: Old}}}}}}",
            CHANGED_FOR_ALL,
            "Take it out.",
        ),
        (
            PLAN,
            "owned: true\n    fields: {name: str}\n    access: {read: anyone}",
            "A row of all cannot belong to somebody of one `Company`.",
            "Take it out.",
        ),
        (
            PLAN,
            "fields: {name: str, project: Project?}\n    access: {read: anyone}",
            "A row of all would lead to a `Project` of one `Company`.",
            "Refer the other way, or share `Project` too.",
        ),
        (
            PLAN,
            'fields: {name: str, projects: "[Project]"}\n    access: {read: anyone}',
            "A row of all would lead to a `Project` of one `Company`.",
            "Refer the other way, or share `Project` too.",
        ),
        (
            "tenants: Company\n",
            "",
            "There are no tenants who could share it.",
            "Take it out, or say who: `tenants: Company`.",
        ),
        (
            "tenants: Company\nresources:",
            f"tenants: Company\nendpoints: {{{WAVE}}}\nresources:",
            "An unknown caller finds no `Ticket`: each is of one `Company`.",
            "Write `signed in`.",
        ),
        (
            "fields: {full_name: str?}",
            "shared: true\n    fields: {full_name: str?}",
            "An account is of one tenant.",
            "Take it out.",
        ),
    ],
)
def test_what_would_reach_another_tenant_is_refused(
    old: str, new: str, what: str, advice: str, mistakes: Mistakes
) -> None:
    found = [(each.what, each.help) for each in mistakes(_changed(old, new))]
    assert found == [(what, advice)]


def test_tenants_need_accounts(mistakes: Mistakes) -> None:
    company = "Company: {fields: {name: str}, access: {read: anyone}}"
    page = f"backend: Desk\ntenants: Company\nresources:\n  {company}\n"
    (found,) = mistakes(page)
    assert (found.line, found.what) == (2, "Nobody is of a tenant: there are no accounts.")


def test_without_sign_up_the_command_line_begins_a_tenant(mistakes: Mistakes) -> None:
    page = _changed("{sign_up: open}", "{sign_up: closed}")
    assert mistakes(page) == ()
    said = mistakes(page.replace("update: admin}\n  Plan", "write: admin}\n  Plan"))
    assert [each.what.partition(" makes")[0] for each in said] == [
        "`python -m keel.auth.grant … --create --tenant NAME=VALUE`"
    ]
