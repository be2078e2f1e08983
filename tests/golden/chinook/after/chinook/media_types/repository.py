"""Media types in the database."""

from keel.data import Repository

from chinook.media_types.models import MediaType
from chinook.media_types.policy import POLICY


class MediaTypeRepository(Repository[MediaType]):
    """Media types that the caller may reach."""

    policy = POLICY
