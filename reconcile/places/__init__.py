"""What is known of places and their names: scripts, levels, countries, readings, gazetteer."""
