"""Answers what customers ask."""
