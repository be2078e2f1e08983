# grow: about
"""Topics: what notes are about."""
