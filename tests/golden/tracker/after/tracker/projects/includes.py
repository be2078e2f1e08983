"""Projects with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, Many
from pydantic import MISSING

from tracker.memberships.schemas import MembershipRead
from tracker.memberships.service import Memberships
from tracker.projects.schemas import ProjectRead
from tracker.projects.service import Projects


class ProjectWithIncludes(ProjectRead):
    """A project, with what `include` asks for."""

    memberships: list[MembershipRead] | MISSING = MISSING


async def get_projects_with_includes(
    projects: Projects,
    memberships: Memberships,
) -> Including[ProjectWithIncludes]:
    """Projects for this request and its caller, with what it asks for."""
    return Including(
        projects,
        ProjectWithIncludes,
        memberships=Many(memberships, "project_id"),
    )


ProjectsWithIncludes = Annotated[
    Including[ProjectWithIncludes], Depends(get_projects_with_includes)
]
