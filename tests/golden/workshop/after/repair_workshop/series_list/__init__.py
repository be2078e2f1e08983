"""Series list: a series of parts.

Parts of one series fit each other, whoever made them and whenever they were made; that is the point
of it. A second paragraph follows here.
"""
