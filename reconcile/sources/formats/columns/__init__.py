"""Tables of named columns: CSV, TSV, JSON."""
