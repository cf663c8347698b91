"""Training of the name model: what nobody needs who only uses it."""
