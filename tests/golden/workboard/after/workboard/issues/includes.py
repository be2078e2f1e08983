"""Issues with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, One
from pydantic import MISSING

from workboard.categories.schemas import CategoryRead
from workboard.categories.service import Categories
from workboard.issues.schemas import IssueRead
from workboard.issues.service import Issues
from workboard.projects.schemas import ProjectRead
from workboard.projects.service import Projects


class IssueWithIncludes(IssueRead):
    """An issue, with what `include` asks for."""

    project: ProjectRead | MISSING | None = MISSING
    category: CategoryRead | MISSING | None = MISSING


async def get_issues_with_includes(
    issues: Issues,
    categories: Categories,
    projects: Projects,
) -> Including[IssueWithIncludes]:
    """Issues for this request and its caller, with what it asks for."""
    return Including(
        issues,
        IssueWithIncludes,
        project=One(projects, "project_id"),
        category=One(categories, "category_id"),
    )


IssuesWithIncludes = Annotated[Including[IssueWithIncludes], Depends(get_issues_with_includes)]
