"""Tables of what is between people of the company."""
