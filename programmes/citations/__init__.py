"""References that readers take to their own tools: plain data in, BibTeX, RIS, CSL-JSON or a sentence out.

Knows no table of ours. Fields and their order follow the national portal of theses (standards B9, Bibliography).
"""

from .bibtex import as_bibtex
from .csl import as_csl
from .data import Citation, Name
from .ris import as_ris
from .sentence import as_sentence

__all__ = ["Citation", "Name", "as_bibtex", "as_csl", "as_ris", "as_sentence"]
