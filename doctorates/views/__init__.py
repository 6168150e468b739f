"""Public pages of the co-funded theses."""
