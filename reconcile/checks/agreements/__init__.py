"""Checks of what the two lists together say: verdicts, conflicts, gaps, agreements stated twice."""
