"""Checks of how a list is built: rows, sections, codes, markup, order, style."""
