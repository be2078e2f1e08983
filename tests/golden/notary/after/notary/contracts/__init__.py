"""Contracts: what some people agreed on."""
