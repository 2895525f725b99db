"""Pure decisions over plain values: loaded and saved by others."""
