"""The model: what a body of decisions consists of, frozen, with what follows from it computed."""
