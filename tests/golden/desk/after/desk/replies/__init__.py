"""Replies: what somebody says to a ticket."""
