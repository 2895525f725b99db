"""What programs, servers and bulk senders write, as data: signals with weights, and the words of notices by language."""
