"""Reads replies to freedom-of-information requests."""
