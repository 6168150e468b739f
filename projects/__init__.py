"""The joint actions of the protocol, and all the money."""
