"""Issues with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, Many, One, Through
from pydantic import MISSING

from tracker.comments.schemas import CommentRead
from tracker.comments.service import Comments
from tracker.issues.models import IssueLabel
from tracker.issues.schemas import IssueRead
from tracker.issues.service import Issues
from tracker.labels.schemas import LabelRead
from tracker.labels.service import Labels
from tracker.users.schemas import UserRead
from tracker.users.service import Users


class IssueWithIncludes(IssueRead):
    """An issue, with what `include` asks for."""

    assignee: UserRead | MISSING | None = MISSING
    labels: list[LabelRead] | MISSING = MISSING
    comments: list[CommentRead] | MISSING = MISSING


async def get_issues_with_includes(
    issues: Issues,
    comments: Comments,
    labels: Labels,
    users: Users,
) -> Including[IssueWithIncludes]:
    """Issues for this request and its caller, with what it asks for."""
    return Including(
        issues,
        IssueWithIncludes,
        assignee=One(users, "assignee_id"),
        labels=Through(labels, IssueLabel),
        comments=Many(comments, "issue_id"),
    )


IssuesWithIncludes = Annotated[Including[IssueWithIncludes], Depends(get_issues_with_includes)]
