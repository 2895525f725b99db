"""An invented company's mail and calendars, made from a seed, with what is true about them written beside."""

from demo.generator import generate
from demo.truth import Truth, truth
from demo.world import DEMO, Size, World
from demo.writing import write

__all__ = ["generate", "write", "truth", "World", "Truth", "Size", "DEMO"]
