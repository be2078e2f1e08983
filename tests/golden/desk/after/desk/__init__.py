"""Keeps what customers of many companies ask for."""
