"""What callers send and receive about stats."""

from keel.data import Output


# grow: endpoints
class MoodsAnswer(Output):
    """What `GET /stats/moods/{year}` answers."""

    mood: str
    notes: int


# end
