"""Titles and paragraphs that could stand in any catalogue."""

from faker import Faker

_ADJECTIVES = """
    amber ancient bright broken calm crooked distant early empty fading final first folded
    gentle golden green hidden hollow little long lost narrow northern old open painted
    pale patient quiet red second secret silent silver slow small steady sunken tall thin
    unfinished velvet warm white wild winter
"""
_NOUNS = """
    anchor archive arrow autumn bell bridge candle canyon chair cloud compass corner door
    evening feather forest garden harbour hill island kitchen ladder lake lantern letter
    library lighthouse map market meadow mirror morning mountain orchard path river road rose
    shadow shore staircase station storm summer table tower train valley village window winter
"""
_TITLES = (
    "{adjective} {noun}",
    "The {adjective} {noun}",
    "{noun} and {other}",
    "Beyond the {noun}",
    "The Last {noun}",
)
_SENTENCES = (
    "The {adjective} {noun} stands beside the {other}.",
    "Behind every {noun} there is another {other}.",
    "It begins with one {noun} and ends at the {adjective} {other}.",
    "Nobody remembers the {adjective} {noun}.",
    "From the {noun} one can see the {other}.",
    "What the {other} was to some, the {noun} was to all.",
)


def title(fake: Faker) -> str:
    """Two to four words, the important ones in capitals."""
    words = {name: word.title() for name, word in _words(fake).items()}
    return fake.random_element(_TITLES).format_map(words)


def paragraph(fake: Faker) -> str:
    """Two to four sentences."""
    sentences = fake.random_elements(_SENTENCES, length=fake.random_int(2, 4), unique=True)
    return " ".join(sentence.format_map(_words(fake)) for sentence in sentences)


def _words(fake: Faker) -> dict[str, str]:
    noun, other = fake.random_elements(_NOUNS.split(), length=2, unique=True)
    return {"adjective": fake.random_element(_ADJECTIVES.split()), "noun": noun, "other": other}
