"""Gmail through its own interface: one collection with all mail in it, its history as increments."""
