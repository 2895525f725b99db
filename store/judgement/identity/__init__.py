"""Who is who: whether two descriptions are of one person or of one company, and why, in words."""
