"""Operations of revisions that are safe while the app runs.

What they make stays as revisions found it. On Postgres nothing here holds a lock that stops
readers or writers for longer than a catalogue takes to change: indexes are built concurrently,
and constraints are added first and validated after. What does so leaves the transaction, and can
be run again if it was cut off. SQLite has one writer and one transaction, in which a table is
copied where it cannot be changed.
"""
