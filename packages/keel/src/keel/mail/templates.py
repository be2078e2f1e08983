"""Texts of mails, which people edit: a subject, an empty line, the rest, with `$names` in it."""

from collections.abc import Collection, Mapping
from pathlib import Path
from string import Template

from keel.mail.mail import Mail

_SUBJECT = "Subject: "


class TemplateError(SystemExit):
    """A template that no mail can be made of; ends the process and says which, and why."""


class Templates:
    """The templates of a backend, read once: those of its own folder before keel's.

    Args:
        folders: Where they are, the first that has a file wins.
        names: The names that each template may use, by the template's.

    Raises:
        TemplateError: One is missing, has no subject, or uses a name that nothing stands for.
    """

    def __init__(self, folders: Collection[Path], names: Mapping[str, Collection[str]]) -> None:
        self._texts = {name: _read(folders, name, used) for name, used in names.items()}

    def mail(self, name: str, to: str, **values: str) -> Mail:
        """A mail made of a template."""
        subject, text = self._texts[name]
        return Mail(to, subject.substitute(values), text.substitute(values))


def _read(
    folders: Collection[Path], name: str, names: Collection[str]
) -> tuple[Template, Template]:
    found = [folder / f"{name}.txt" for folder in folders if (folder / f"{name}.txt").is_file()]
    if not found:
        raise TemplateError(f"error: There is no template `{name}.txt` for mails.")
    head, _, text = found[0].read_text("utf-8").partition("\n\n")
    if not head.startswith(_SUBJECT) or "\n" in head:
        raise TemplateError(f"error: {found[0]} does not begin with one line `{_SUBJECT}…`.")
    parts = Template(head.removeprefix(_SUBJECT)), Template(text)
    for part in parts:
        if not part.is_valid() or {*part.get_identifiers()} - {*names}:
            listed = ", ".join(f"${each}" for each in names)
            raise TemplateError(f"error: {found[0]} may use {listed}, and `$$` for a dollar.")
    return parts
