"""From a frozen report to its files: worded blocks, HTML, tagged PDF, attached data. Reads no table."""
