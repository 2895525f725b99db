"""What goals measure, what counts for them, where they stand against their path, and where they may end."""
