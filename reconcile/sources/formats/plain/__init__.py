"""Tables that plain characters make, in any format whose lines are lines of text."""
