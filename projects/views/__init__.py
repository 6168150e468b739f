"""Public pages of the joint actions."""
