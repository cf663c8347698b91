"""Rule files: reading them, checking them, adding to them."""
