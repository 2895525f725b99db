"""The read side: one frozen view type for each screen."""
