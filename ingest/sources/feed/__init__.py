"""Calendars that somebody publishes as a file at an address (RFC 5545)."""
