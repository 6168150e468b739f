"""French numbers: a narrow no-break space between thousands, as the house style asks."""

THOUSAND_SEPARATOR = "\u202f"
DECIMAL_SEPARATOR = ","
NUMBER_GROUPING = 3
