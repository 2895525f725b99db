"""The only writers of decisions and shared rows: submit, decide, undo, publish."""
