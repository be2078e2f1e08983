"""Sections: a part of the magazine."""
