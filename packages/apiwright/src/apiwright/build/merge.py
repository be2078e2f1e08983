"""What was grown meets what stands on disk, a whole file at a time.

Base is each file as the last applied plan grew it, ours the file on disk, theirs what grows now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.build.files import digest
from apiwright.plan.plan import Edit
from apiwright.refusal import Reason, Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import PurePosixPath

    from apiwright.survey.survey import Survey


def digests(files: Mapping[PurePosixPath, bytes]) -> dict[PurePosixPath, str]:
    """The SHA-256 of each file, in hex."""
    return {path: digest(content) or "" for path, content in sorted(files.items())}


def merge(survey: Survey, grown: Mapping[PurePosixPath, bytes]) -> tuple[Edit, ...]:
    """The edits that bring a project to what was grown and keep every edit of a person's.

    A file that a person deleted comes back only when it is grown differently than before.

    Raises:
        Refusal: Files that both sides changed, every one of them named.
    """
    base: Mapping[PurePosixPath, str] = survey.last.grown if survey.last else {}
    conflicts: list[Reason] = []
    edits: list[Edit] = []
    for path in sorted(base.keys() | grown.keys()):
        ours, theirs = survey.files.get(path), grown.get(path)
        if path in base and digest(theirs) == base[path]:
            continue
        if opaque := survey.opaque.intersection((path, *path.parents)):
            conflicts.append(_unread(min(opaque)))
        elif ours == theirs:
            continue
        elif ours is None or digest(ours) == base.get(path):
            edits.append(Edit(path, ours, theirs))
        else:
            conflicts.append(_conflict(path, built=path in base))
    if conflicts:
        raise Refusal(*dict.fromkeys(conflicts))
    return tuple(edits)


def _unread(path: PurePosixPath) -> Reason:
    return Reason(
        "What stands where a file is to be built is a link, too large or not for you to read.",
        at=str(path),
        help=f"mv {path} {path}.mine",
    )


def _conflict(path: PurePosixPath, *, built: bool) -> Reason:
    if not built:
        return Reason(
            "A file that was not built here stands where one is to be built.",
            at=str(path),
            help=f"mv {path} {path}.mine   then build, and take over from it what you need",
        )
    return Reason(
        "You edited this file, and the blueprint changes it too.",
        at=str(path),
        help=f"mv {path} {path}.mine   then build, and put your lines back",
    )
