"""HTML: rendered pages, and the tables and inline markup inside other formats."""
