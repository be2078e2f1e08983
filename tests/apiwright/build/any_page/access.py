"""Who may do what."""

from tests.apiwright.build.any_page.chance import Chance, Page

RULES = ["anyone", "signed in", "owner", "owner | editor", "editor", "admin", "member", "may check"]


def any_access(chance: Chance, *, owned: bool) -> Page:
    """Rules as people write them, and now and then one that is unusual."""
    usual = _of_owners(chance) if owned else _of_roles(chance)
    words = ["list", "create", "update", "delete"]
    return usual | {word: chance.one(*RULES) for word in words if chance.maybe(0.15)}


def any_late_access(chance: Chance, said: Page) -> Page:
    """Who may see what changed, and who may do something about what is deleted."""
    of_changes = {"history": chance.one("owner | admin", "editor", "admin", "may check")}
    of_deleted = {
        "restore": chance.one("owner", "owner | editor", "admin", "editor | may check"),
        "purge": chance.one("owner", "admin", "may audit"),
    }
    kept = of_deleted if "soft_delete" in said else {}
    return chance.part_of(kept | (of_changes if "history" in said else {}), 0.6)


def open_to_anyone(resources: Page) -> None:
    """Let anyone do all that somebody may do, for pages without accounts."""
    for said in resources.values():
        said["owned"] = False
        said["access"] = dict.fromkeys(said["access"], "anyone")
        for act in said["actions"].values():
            act["by"] = "anyone"


def _of_owners(chance: Chance) -> Page:
    return {
        "read": chance.one("owner | editor", "signed in", "anyone", "owner"),
        "create": "signed in",
        "update": chance.one("owner", "owner", "owner | editor"),
        "delete": chance.one("owner", "owner | editor"),
    }


def _of_roles(chance: Chance) -> Page:
    reads = chance.one("anyone", "signed in", "editor", "editor | may check")
    return {"read": reads, "write": chance.one("editor", "admin", reads)}
