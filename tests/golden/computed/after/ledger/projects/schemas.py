"""What callers send and receive about projects."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from keel.data import MAX_INT, Input, Output, PageQuery, Timestamp
from pydantic import MISSING, Field

Name = Annotated[str, Field(min_length=1, max_length=60)]
OpenTasks = Annotated[
    int,
    Field(ge=0, le=MAX_INT, description="Count of tasks where state != done and due is not null."),
]
Effort = Annotated[
    Decimal, Field(max_digits=15, decimal_places=3, description="Sum of tasks.hours.")
]
MeanRank = Annotated[
    Decimal,
    Field(
        max_digits=15, decimal_places=2, description="Average of tasks.rank where state = in-work."
    ),
]
NextDue = Annotated[date, Field(description="Min of tasks.due where state != done and rank >= 2.")]
LastChange = Annotated[Timestamp, Field(description="Max of tasks.updated_at.")]
LastTitle = Annotated[
    str, Field(min_length=1, max_length=80, description="Max of tasks.title where hours < 900.5.")
]


class ProjectCreate(Input):
    """A project to add."""

    name: Name
    parent_id: UUID | None = None


class ProjectUpdate(Input):
    """What to change of a project; what is absent stays."""

    name: Name | MISSING = MISSING
    parent_id: UUID | MISSING | None = MISSING


class ProjectRead(Output):
    """A project as callers see it."""

    id: UUID
    name: str
    parent_id: UUID | None
    parts: Annotated[int, Field(description="Count of projects.")]
    open_tasks: Annotated[
        int, Field(description="Count of tasks where state != done and due is not null.")
    ]
    effort: Annotated[Decimal, Field(description="Sum of tasks.hours.")]
    usual_effort: (
        Annotated[Decimal, Field(description="Hours of a usual task.", examples=["1.500"])] | None
    )
    mean_rank: (
        Annotated[Decimal, Field(description="Average of tasks.rank where state = in-work.")] | None
    )
    rank_sum: Annotated[int, Field(description="Sum of tasks.rank.")]
    next_due: (
        Annotated[date, Field(description="Min of tasks.due where state != done and rank >= 2.")]
        | None
    )
    last_change: Annotated[datetime, Field(description="Max of tasks.updated_at.")] | None
    last_title: Annotated[str, Field(description="Max of tasks.title where hours < 900.5.")] | None
    spent: Annotated[Decimal, Field(description="Sum of lines.amount where is_work = true.")]
    created_at: datetime
    updated_at: datetime


class ProjectQuery(PageQuery):
    """Which projects to list, in what order, and how many."""

    sort: Literal[
        "created_at",
        "-created_at",
        "parts",
        "-parts",
        "effort",
        "-effort",
        "spent",
        "-spent",
        "usual_effort",
        "-usual_effort",
        "next_due",
        "-next_due",
        "last_title",
        "-last_title",
    ] = "-created_at"
    open_tasks: OpenTasks | None = None
    open_tasks__gte: OpenTasks | None = None
    open_tasks__lte: OpenTasks | None = None
    effort: Effort | None = None
    effort__gte: Effort | None = None
    effort__lte: Effort | None = None
    mean_rank: MeanRank | None = None
    mean_rank__gte: MeanRank | None = None
    mean_rank__lte: MeanRank | None = None
    next_due: NextDue | None = None
    next_due__gte: NextDue | None = None
    next_due__lte: NextDue | None = None
    last_change__gte: LastChange | None = None
    last_change__lte: LastChange | None = None
    last_title: LastTitle | None = None
