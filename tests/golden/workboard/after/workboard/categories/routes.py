"""The endpoints of categories."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, answers

from workboard.categories.includes import CategoriesWithIncludes, CategoryWithIncludes
from workboard.categories.policy import POLICY
from workboard.categories.schemas import (
    CategoryCreate,
    CategoryInclude,
    CategoryQuery,
    CategoryRead,
    CategoryUpdate,
)
from workboard.categories.service import Categories

router = APIRouter(prefix="/categories", tags=["categories"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_categories(
    query: Annotated[CategoryQuery, Query()], categories: CategoriesWithIncludes, links: PageLinks
) -> Page[CategoryWithIncludes]:
    """List categories."""
    return links.add(await categories.page(query, query.include))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_category(body: CategoryCreate, categories: Categories) -> CategoryRead:
    """Add a category."""
    return await categories.create(body)


@router.get("/{category_id}", dependencies=[allow(POLICY.read)])
async def read_category(
    category_id: UUID,
    categories: CategoriesWithIncludes,
    include: Annotated[Sequence[CategoryInclude], Query()] = (),
) -> CategoryWithIncludes:
    """Read one category."""
    return await categories.read(category_id, include)


@router.patch("/{category_id}", dependencies=[allow(POLICY.update)])
async def update_category(
    category_id: UUID, body: CategoryUpdate, categories: Categories
) -> CategoryRead:
    """Change a category; what the body leaves out stays."""
    return await categories.update(category_id, body)


@router.delete(
    "/{category_id}",
    status_code=204,
    dependencies=[allow(POLICY.delete)],
    responses=answers(Conflict),
)
async def delete_category(category_id: UUID, categories: Categories) -> None:
    """Delete a category."""
    await categories.delete(category_id)


@router.get("/{category_id}/children", dependencies=[allow(POLICY.list)])
async def list_category_children(
    category_id: UUID,
    query: Annotated[CategoryQuery, Query()],
    categories: CategoriesWithIncludes,
    links: PageLinks,
) -> Page[CategoryWithIncludes]:
    """List what is right below a category."""
    await categories.within(parent_id=category_id)
    return links.add(await categories.page(query, query.include))


@router.get("/{category_id}/ancestors", dependencies=[allow(POLICY.read)])
async def list_category_ancestors(category_id: UUID, categories: Categories) -> list[CategoryRead]:
    """List what is above a category, its root first."""
    return await categories.ancestors(category_id)


@router.get("/{category_id}/subtree", dependencies=[allow(POLICY.list)])
async def list_category_subtree(
    category_id: UUID, categories: Categories, depth: Annotated[int, Query(ge=1, le=32)] = 32
) -> list[CategoryRead]:
    """List a category and what is below it, level by level, 1,000 rows at most."""
    return await categories.subtree(category_id, depth)
