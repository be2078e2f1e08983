"""Products do what their policy and their schemas say."""

from keel.testing import ResourceTests

from shop.products.repository import ProductRepository
from shop.products.routes import router


class TestProducts(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = ProductRepository
