"""The rules of api usages."""

from typing import Annotated, Never

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from repair_workshop.api_usages.models import ApiUsage
from repair_workshop.api_usages.repository import ApiUsageRepository
from repair_workshop.api_usages.schemas import ApiUsageCreate, ApiUsageRead


class ApiUsageService(Service[ApiUsage, ApiUsageCreate, Never, ApiUsageRead]):
    """What can happen to an api usage; override a method to add a rule."""


async def get_api_usages(session: Session, caller: CurrentCaller) -> ApiUsageService:
    """The service of api usages for this request and its caller."""
    return ApiUsageService(ApiUsageRepository(session, caller))


ApiUsages = Annotated[ApiUsageService, Depends(get_api_usages)]
