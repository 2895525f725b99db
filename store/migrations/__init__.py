"""How the database came to be: Alembic revisions; policies and grants are migrations too."""
