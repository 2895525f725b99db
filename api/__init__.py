"""The face: pages, routes and commands."""
