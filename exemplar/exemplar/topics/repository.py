"""Topics in the database."""

from functools import cached_property

from keel.data import Computed, Repository

# grow: others
from exemplar.notes.repository import NoteRepository
from exemplar.topics.models import Topic
from exemplar.topics.policy import POLICY


class TopicRepository(Repository[Topic]):
    """Topics that the caller may reach."""

    policy = POLICY
    # grow: declared
    # end

    # grow: computed
    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each topic, of rows that the caller may list."""
        # grow: referring
        notes = self.referring(NoteRepository, by="topic_id")
        # grow: values
        return {
            "note_count": notes.count(),
        }
