"""A project in a folder, built without a command."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from apiwright.blueprint.read import read_blueprint
from apiwright.build.apply import apply
from apiwright.build.merge.conflict import Choices
from apiwright.build.propose import propose
from apiwright.build.request import Request
from apiwright.build.undo import undo
from apiwright.plan.answers import Answers
from apiwright.plan.compare import compare
from apiwright.plan.plan import Plan
from apiwright.survey.read import read_survey
from apiwright.survey.survey import PAGE

Tree = Mapping[str, bytes]


@dataclass(frozen=True)
class Folder:
    """A project's folder."""

    root: Path

    def build(self, page: str) -> Plan:
        """Write a page, and build it; what is lost may be, and clients may break."""
        (self.root / PAGE).write_text(page)
        return self._carry_out(Request("build", read_blueprint(page), page))

    def plan(self) -> Plan:
        """What building the page again would change."""
        page = (self.root / PAGE).read_text()
        return propose(Request("plan", read_blueprint(page), page), read_survey(self.root))

    def undo(self) -> Plan:
        """Undo the last plan."""
        return self._carry_out(undo(read_survey(self.root), None, "undo", Choices()))

    def grown(self) -> Tree:
        """Each text as it was built last."""
        return {str(path): text for path, text in read_survey(self.root).grown.items()}

    def files(self) -> Tree:
        """What stands, without records and what is of this machine."""
        found = read_survey(self.root).files
        return {str(path): text for path, text in found.items() if _is_built(path)}

    def _carry_out(self, request: Request) -> Plan:
        survey = read_survey(self.root)
        plan = propose(_answered(request, survey.last.blueprint if survey.last else ""), survey)
        apply(self.root, plan.edits)
        return plan


def _answered(request: Request, stands: str) -> Request:
    before = read_blueprint(stands) if stands else None
    is_undo = request.undoes is not None
    comparison = compare(before, request.blueprint, is_undo=is_undo)
    answers = Answers(frozenset(comparison.tables.losses), breaks=True)
    return Request(
        request.words,
        request.blueprint,
        request.text,
        answers=answers,
        undoes=request.undoes,
        page_edits=request.page_edits,
    )


def _is_built(path: PurePosixPath) -> bool:
    return path.parts[0] != "history" and path.parts[0] != ".env"
