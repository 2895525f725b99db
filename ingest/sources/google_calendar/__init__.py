"""Google Calendar through its own interface: each calendar a collection, its sync token what tells of changes."""
