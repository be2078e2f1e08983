"""Series list do what their policy and their schemas say."""

from keel.testing import ResourceTests

from repair_workshop.series_list.repository import SeriesRepository
from repair_workshop.series_list.routes import router


class TestSeriesList(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = SeriesRepository
