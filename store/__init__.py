"""The truth: tables, judgement, review. Talks to nothing but the database."""
