"""The public pages of the foundation."""
