"""What callers send and receive about user preferences."""

from typing import Annotated

from keel.data import Input, Output
from pydantic import MISSING, Field

from exemplar.user_preferences.models import PreferencesTheme

# grow: aliases
TopicCount = Annotated[int, Field(ge=1, le=100)]
# end


# grow: update
class PreferencesUpdate(Input):
    """What to change of your own preferences; what is absent stays."""

    # grow: update_columns
    theme: PreferencesTheme | MISSING = MISSING
    topic_count: TopicCount | MISSING = MISSING
    # end


class PreferencesRead(Output):
    """What your own preferences are."""

    # grow: read_columns
    theme: PreferencesTheme
    topic_count: int
    # end
