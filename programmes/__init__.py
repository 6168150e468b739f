"""The foundation: the protocol, its partners, the yearly cycle and the annual report."""
