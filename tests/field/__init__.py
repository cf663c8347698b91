"""Lists as users have them, each with its right answer (`cases/README.md`)."""
