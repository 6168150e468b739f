"""Charts: plain data in, SVG out. Knows no table of ours; used by pages and by the report alike."""
