"""Rows around a row: links, includes, trees."""
