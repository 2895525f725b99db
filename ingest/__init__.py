"""What comes in: sources, the passes over them, the limited children that read, the path to suggestions."""
