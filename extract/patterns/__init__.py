"""What the readers look for, as data per language, each entry with its reason."""
