"""People: accounts, members, tenants."""

from tests.apiwright.build.any_page.chance import Chance, Page
from tests.apiwright.build.any_page.fields import SENSITIVE, TYPES, any_guarded


def any_account(chance: Chance) -> Page:
    """What accounts have besides what all have, and who manages them."""
    fields: Page = {f"f{index}": chance.one(*TYPES) for index in range(chance.number(0, 2))}
    unusual = {"phone": chance.one(*SENSITIVE), "rating": any_guarded(chance)}
    access = {
        "read": chance.one("admin", "signed in"),
        "update": "admin",
        **chance.part_of({"create": "admin", "delete": "admin"}, 0.3),
    }
    return {"fields": fields | chance.part_of(unusual, 0.3), "access": access}


def add_members(chance: Chance, resources: Page, noun: str) -> None:
    """Let rows of a resource have members, whom who names them can see."""
    user = resources.setdefault("User", {})
    user["access"] = {"list": "admin", "read": "signed in", "update": "admin"}
    place = noun.lower()
    changes = chance.one("owner", "owner | member as worker")
    access = {"read": "owner | member | admin", "create": "signed in", "update": changes}
    resources[noun] |= {"members": "Membership", "owned": True, "access": access}
    resources[noun] |= {"soft_delete": False}
    for other in resources.values():
        if place in other.get("fields", {}):
            other["access"] |= chance.part_of(_of_members(chance, place), 0.4)
    resources["Membership"] = _memberships(noun, place)


def add_tenants(chance: Chance, page: Page) -> None:
    """Part all rows among tenants, but for those of a resource that they share."""
    company = {"name": "str 1..120", "motto": "str? ..80"}
    access = {"read": "signed in", "update": "admin"}
    resources = page["resources"]
    resources["Customer"] = {"fields": company, "access": access}
    page["tenants"] = "Customer"
    if chance.maybe(0.5):
        plans = {"name": "str 1..40, unique", "price": "int 0.. = 5"}
        rows = {"shared": True, "fields": plans, "access": {"read": chance.one("anyone", "editor")}}
        resources["Plan"] = rows | {"list": {"filter": ["price"]}}
        next(iter(resources.values()))["fields"]["plan"] = chance.one("Plan", "Plan?")
    for resource in resources.values():
        if "shared" not in resource:
            rules = resource["access"].items()
            resource["access"] = {word: rule.replace("anyone", "signed in") for word, rule in rules}
            resource.update({"audit": True} if resource.get("history") else {})


def _memberships(noun: str, place: str) -> Page:
    return {
        "fields": {
            place: f"{noun}, on delete cascade",
            "user": "User, on delete cascade",
            "role": "guest | worker | lead = guest",
        },
        "unique": [[place, "user"]],
        "access": {
            "read": f"owner of {place} | member | admin",
            "write": f"owner of {place} | member as lead",
        },
    }


def _of_members(chance: Chance, place: str) -> Page:
    """Rules about the members of what a row hangs under."""
    return {
        "read": chance.one("member", f"member of {place} | admin", f"owner of {place} | member"),
        "create": chance.one("member", "member as worker"),
        "update": chance.one("owner | member as lead", "member as worker", f"owner of {place}"),
        "delete": chance.one("member as lead", "owner"),
    }
