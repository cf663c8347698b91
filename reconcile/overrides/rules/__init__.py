"""What kinds of rules there are, and what their keys may hold."""
