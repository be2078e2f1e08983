"""Employees do what their policy and their schemas say."""

from keel.testing import ResourceTests

from personnel.employees.repository import EmployeeRepository
from personnel.employees.routes import router


class TestEmployees(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = EmployeeRepository
