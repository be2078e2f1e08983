"""The rules of categories."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Session, TreeService

from workboard.categories.models import Category
from workboard.categories.repository import CategoryRepository
from workboard.categories.schemas import CategoryCreate, CategoryRead, CategoryUpdate


class CategoryService(TreeService[Category, CategoryCreate, CategoryUpdate, CategoryRead]):
    """What can happen to a category; override a method to add a rule."""


async def get_categories(session: Session, caller: CurrentCaller) -> CategoryService:
    """The service of categories for this request and its caller."""
    return CategoryService(
        CategoryRepository(session, caller),
        parent_id=CategoryRepository(session, caller),
    )


Categories = Annotated[CategoryService, Depends(get_categories)]
