"""Reading calendar events and invitations."""
