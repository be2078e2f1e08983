"""Any page."""

from tests.apiwright.build.any_page.access import RULES, open_to_anyone
from tests.apiwright.build.any_page.chance import Chance, Page
from tests.apiwright.build.any_page.names import NOUNS, ROLES, plural
from tests.apiwright.build.any_page.people import add_members, add_tenants, any_account
from tests.apiwright.build.any_page.resource import any_resource, any_singleton
from tests.apiwright.build.any_page.versions import any_versions

ENDPOINTS = ["GET /{path}/{{{noun}}}/report", "POST /{path}/{{{noun}}}/move", "GET /stats/{path}"]


def any_page(chance: Chance) -> Page:
    """A page that says anything, right or wrong."""
    nouns = chance.some(NOUNS, 3)
    page: Page = {"backend": "Any Thing", "about": "Keeps things."}
    page["resources"] = {noun: any_resource(chance, noun, nouns) for noun in nouns}
    if chance.maybe(0.85):
        _add_people(chance, page, nouns)
    else:
        open_to_anyone(page["resources"])
    page["endpoints"] = dict(_any_endpoint(chance, nouns) for _ in range(chance.number(0, 2)))
    if chance.maybe(0.3):
        page |= any_versions(chance, page["resources"])
    return page


def _add_people(chance: Chance, page: Page, nouns: list[str]) -> None:
    page |= {"auth": {"sign_up": "open"}, "roles": ROLES}
    page["permissions"] = {"check": chance.one("admin", "nobody"), "audit": "admin"}
    if chance.maybe(0.7):
        page["resources"]["User"] = any_account(chance)
    if chance.maybe(0.3):
        page["resources"]["Settings"] = any_singleton(chance)
    if chance.maybe(0.4):
        add_members(chance, page["resources"], nouns[0])
    if chance.maybe(0.25):
        add_tenants(chance, page)
    if "create" in page["resources"].get("User", {"access": {}})["access"]:
        page["auth"]["sign_up"] = chance.one("open", "closed")


def _any_endpoint(chance: Chance, nouns: list[str]) -> tuple[str, Page]:
    noun = chance.one(*nouns)
    key = chance.one(*ENDPOINTS).format(path=plural(noun), noun=noun.lower())
    sent = "query" if key.startswith("GET") else "body"
    said: Page = {
        "returns": chance.one(noun, [noun], {"total": "int", "day": "date?"}),
        sent: {"since": "date?", "kind": "paper | ebook?", "amount": "int 1..9"},
    }
    return key, {"access": chance.one(*RULES), **chance.part_of(said, 0.8)}
