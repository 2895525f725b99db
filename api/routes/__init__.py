"""One module a room of the product: its routes and nothing else."""
