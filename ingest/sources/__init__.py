"""Places that hold mail or meetings, one module each."""
