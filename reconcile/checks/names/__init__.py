"""Checks of names: what they mean, how they are written, where they link to."""
