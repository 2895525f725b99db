"""What no person wrote: which kind of notice a message is, and what it reports."""
