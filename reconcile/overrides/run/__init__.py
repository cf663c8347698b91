"""What rules do in a run: correct the text, decide pairs, settle findings."""
