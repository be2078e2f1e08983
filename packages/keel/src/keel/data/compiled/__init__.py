"""Reads that are compiled once: what SQLAlchemy would work out anew for each request.

A read is known before its values are: the model, the scope of a caller's kind, the filters that
are there, the order. So its statement is made once for each such shape, by the repository's own
methods and with stand-ins where values will be, and kept as the driver's text. A request then fills
its values in and runs it on a connection of the pool by itself, without a transaction of its own.
The rows go through the schema of the answer as they always do.

Whatever cannot be said beforehand takes the ordinary way (`untouched.py` and `shapes.py` say what),
which gives the same answer. `decisions/0028-compiled-reads.md` has the figures.
"""
