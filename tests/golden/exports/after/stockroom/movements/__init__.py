"""Movements: what came or went."""
