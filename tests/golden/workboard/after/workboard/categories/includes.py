"""Categories with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, Many
from pydantic import MISSING

from workboard.categories.schemas import CategoryRead
from workboard.categories.service import Categories
from workboard.issues.schemas import IssueRead
from workboard.issues.service import Issues


class CategoryWithIncludes(CategoryRead):
    """A category, with what `include` asks for."""

    issues: list[IssueRead] | MISSING = MISSING


async def get_categories_with_includes(
    categories: Categories,
    issues: Issues,
) -> Including[CategoryWithIncludes]:
    """Categories for this request and its caller, with what it asks for."""
    return Including(
        categories,
        CategoryWithIncludes,
        issues=Many(issues, "category_id"),
    )


CategoriesWithIncludes = Annotated[
    Including[CategoryWithIncludes], Depends(get_categories_with_includes)
]
