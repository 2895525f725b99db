"""Messages of our own with their labels inside: tests/corpus, read into raw bytes and label objects."""
