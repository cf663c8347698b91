"""Reconcile a Chinese and an English list of the same facts."""

__version__ = "0.1.0"
