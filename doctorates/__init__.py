"""The co-funded theses."""
