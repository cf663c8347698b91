"""The view model: everything that any output shows, counted once."""
