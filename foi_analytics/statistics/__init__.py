"""Shares with honest intervals, and where the letters behind each of them are."""
