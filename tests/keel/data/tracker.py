"""A small tracker: projects with members, issues in projects, comments on issues."""

from enum import StrEnum
from functools import cached_property
from uuid import UUID

from keel.access import Caller, Policy, members, owner, owners, signed_in
from keel.data import Computed, Input, Model, Output, Owned, PageQuery, Repository, Service, choice
from pydantic import MISSING
from sqlalchemy import MetaData, UniqueConstraint
from sqlalchemy.orm import registry
from sqlmodel import Field as Column
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

# Tables of their own: other tests fill the metadata that all models share by default.
tables = registry(metadata=MetaData(naming_convention=SQLModel.metadata.naming_convention))


class Seat(StrEnum):
    GUEST = "guest"
    WORKER = "worker"
    LEAD = "lead"


class TrackerModel(Model, registry=tables):
    """What the tracker's tables share."""


class Person(TrackerModel, table=True):
    __tablename__ = "users"
    owner_field = "id"


class Project(Owned, TrackerModel, table=True):
    __tablename__ = "projects"

    name: str = Column(max_length=50)


class Membership(TrackerModel, table=True):
    __tablename__ = "memberships"
    __table_args__ = (UniqueConstraint("project_id", "user_id"),)

    project_id: UUID = Column(foreign_key="projects.id", ondelete="CASCADE")
    user_id: UUID = Column(foreign_key="users.id", ondelete="CASCADE", index=True)
    seat: Seat = Column(default=Seat.GUEST, sa_type=choice(Seat))


class Issue(Owned, TrackerModel, table=True):
    __tablename__ = "issues"

    title: str = Column(max_length=50)
    project_id: UUID = Column(foreign_key="projects.id", ondelete="CASCADE", index=True)


class Comment(TrackerModel, table=True):
    __tablename__ = "comments"

    text: str = Column(max_length=50)
    issue_id: UUID = Column(foreign_key="issues.id", ondelete="CASCADE", index=True)


member = members(Membership)
in_project = members(Membership, of="project")
worker = members(Membership, of="project", least=Seat.WORKER)
lead = members(Membership, of="project", least=Seat.LEAD)
in_issue = members(Membership, of="issue.project")


class ProjectRepository(Repository[Project]):
    policy = Policy(read=owner | member, create=signed_in, update=owner, delete=owner)
    members = Membership

    @cached_property
    def computed(self) -> Computed:
        """How many issues there are."""
        return {"issue_count": self.referring(IssueRepository, by="project_id").count()}


class MembershipRepository(Repository[Membership]):
    policy = Policy(
        read=owners(Project, of="project") | in_project, write=owners(Project, of="project") | lead
    )


class IssueRepository(Repository[Issue]):
    policy = Policy(
        read=in_project,
        create=worker,
        update=owner | lead,
        delete=lead,
        actions={"hand_over": worker},
    )


class CommentRepository(Repository[Comment]):
    policy = Policy(
        read=in_issue,
        create=in_issue,
        update=owners(Issue, of="issue"),
        delete=owners(Project, of="issue.project"),
    )


class ProjectBody(Input):
    name: str = "A project"


class MembershipBody(Input):
    project_id: UUID
    user_id: UUID
    seat: Seat


class IssueBody(Input):
    title: str = "An issue"
    project_id: UUID


class IssueChange(Input):
    title: str | MISSING = MISSING
    project_id: UUID | MISSING = MISSING


class CommentBody(Input):
    text: str = "A comment"
    issue_id: UUID


class CommentQuery(PageQuery):
    issue_id: UUID | None = None


class Row(Output):
    id: UUID


class Projects(Service[Project, ProjectBody, ProjectBody, Row]):
    """Projects."""


class Memberships(Service[Membership, MembershipBody, MembershipBody, Row]):
    """Memberships."""


class Issues(Service[Issue, IssueBody, IssueChange, Row]):
    """Issues."""

    async def hand_over(self, issue_id: UUID, body: IssueChange) -> Row:
        """Move an issue to another project."""
        issue = await self.row_for("hand_over", issue_id, body)
        issue.sqlmodel_update(body.model_dump(exclude_unset=True))
        return await self.save(issue)


class Comments(Service[Comment, CommentBody, CommentBody, Row]):
    """Comments."""


class Desk:
    """What one person can do in a session."""

    def __init__(self, session: AsyncSession, person: Person) -> None:
        caller = Caller(person.id)
        projects = ProjectRepository(session, caller)
        issues = IssueRepository(session, caller)
        self.projects = Projects(projects)
        self.memberships = Memberships(MembershipRepository(session, caller), project_id=projects)
        self.issues = Issues(issues, project_id=projects)
        self.comments = Comments(CommentRepository(session, caller), issue_id=issues)
