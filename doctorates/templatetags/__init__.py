"""What the templates of the theses ask for."""
