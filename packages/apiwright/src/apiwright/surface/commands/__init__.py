"""One module a command, each with `run` and an `EXAMPLE`; imported when it is called."""
