"""What pages call things."""

NOUNS = ["Author", "Book", "Company", "Device", "Event", "Folder", "Invoice", "Room", "Task"]
ROLES = ["reader", "editor", "admin"]


def plural(noun: str) -> str:
    """What the rows of a resource are called."""
    return {"Company": "companies"}.get(noun, f"{noun.lower()}s")
