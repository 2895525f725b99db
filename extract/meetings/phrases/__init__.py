"""Times in prose: the words of a sentence that name a day or an hour, and what they name."""
