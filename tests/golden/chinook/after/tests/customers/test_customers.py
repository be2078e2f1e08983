"""Customers do what their policy and their schemas say."""

from keel.testing import ResourceTests

from chinook.customers.repository import CustomerRepository
from chinook.customers.routes import router


class TestCustomers(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = CustomerRepository
