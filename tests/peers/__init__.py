"""What the tests of other readers hold, as facts: how much of it is read as they read it."""
