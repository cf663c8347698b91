"""Formats: each turns a document into headings, rows, entries and lines."""
