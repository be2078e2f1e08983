"""`ResourceTests`: what every resource must do, proved from its routes, policy and schemas."""

from typing import Any, ClassVar

from fastapi import APIRouter

from keel.data import Repository
from keel.testing.action import Action
from keel.testing.behind import resource_behind
from keel.testing.cases import hide_tests_without_cases
from keel.testing.resource import Resource
from keel.testing.suites.access import AccessTests
from keel.testing.suites.actions import ActionTests
from keel.testing.suites.audits import AuditTests
from keel.testing.suites.bounds import BoundsTests
from keel.testing.suites.bulk import BulkTests
from keel.testing.suites.computed import ComputedTests
from keel.testing.suites.deletes import DeleteTests
from keel.testing.suites.exports import ExportTests
from keel.testing.suites.field_access import FieldAccessTests
from keel.testing.suites.files import FileTests
from keel.testing.suites.finds import FindTests
from keel.testing.suites.histories import HistoryTests
from keel.testing.suites.includes import IncludeTests
from keel.testing.suites.links import LinkTests
from keel.testing.suites.lists import ListTests
from keel.testing.suites.members import MemberTests
from keel.testing.suites.nesting import NestingTests
from keel.testing.suites.reads import ReadTests
from keel.testing.suites.rules import RuleTests
from keel.testing.suites.searches import SearchTests
from keel.testing.suites.soft_deletes import SoftDeleteTests
from keel.testing.suites.tenants import TenantTests
from keel.testing.suites.trees import TreeTests
from keel.testing.suites.writes import WriteTests


class ResourceTests(
    HistoryTests,
    AuditTests,
    TreeTests,
    NestingTests,
    IncludeTests,
    LinkTests,
    ExportTests,
    BulkTests,
    SearchTests,
    FileTests,
    FindTests,
    ListTests,
    SoftDeleteTests,
    DeleteTests,
    BoundsTests,
    RuleTests,
    ActionTests,
    ComputedTests,
    WriteTests,
    ReadTests,
    MemberTests,
    FieldAccessTests,
    TenantTests,
    AccessTests,
):
    """Tests of one resource; subclass it as `TestBooks`, say where it is, add your own.

    Attributes:
        endpoints: The router with the resource's routes.
        repository: Whose model and policy the routes serve.
        actions: What its actions shall do; of others only who may do them is tried.
    """

    endpoints: ClassVar[APIRouter]
    repository: ClassVar[type[Repository[Any]]]
    actions: ClassVar[tuple[Action, ...]] = ()
    resource: ClassVar[Resource]

    def __init_subclass__(cls) -> None:
        """Find what the resource has, and drop the tests of what it does not have."""
        super().__init_subclass__()
        cls.resource = resource_behind(cls.endpoints, cls.repository, cls.actions)
        hide_tests_without_cases(cls)
