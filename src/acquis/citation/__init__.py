"""Citations: what a text says of other texts and of its own parts, and where that leads."""
