"""The table of api usages."""

from datetime import datetime

from keel.data import Model


class ApiUsage(Model, table=True):
    """How often an hour's worth of calls came in."""

    __tablename__ = "api_usages"

    hour: datetime
    calls: int
