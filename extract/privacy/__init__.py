"""Whether a message or meeting may be somebody's own affair: marks that say so, and words of private life."""
