"""Standing: what an account may do now, known without asking the database each time.

A token says what its account was when it was signed. Accounts that change, or sign out somewhere,
are written down; each process reads what was written lately, and asks the database for the present
standing of those accounts alone.
"""
