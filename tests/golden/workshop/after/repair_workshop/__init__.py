r"""Orders, parts & people of a "repair" workshop.

It is rather long, so that what is written about it has to be wrapped somewhere, and it holds a
backslash \ and a dash – like this.
"""
