"""Who may do what, written by hand: role × kind of table × whose row. Nothing here is read from the code under test.

In a cell, for « own », « same » (of the same party) and « other » (of another party): `r` reads (list, page, history,
file), `w` changes, `d` deletes, `-` none of these.
"""

KINDS = {
    "frame": "Protocol Party Commitment Theme Indicator Campaign",
    "governance": "SteeringMeeting Statement AnnualReport",
    "record": "Project Call Event Output Thesis CommitmentSheet ProjectSheet ThesisSheet Remark",
    "money": "Contribution Grant Payment Expense",
    "unit": "Laboratory",
    "directory": "Organisation Person Identifier DoctoralSchool FundingScheme",
    "pairs": "DistinctPair",
    "assignment": "Assignment",
    "journal": "Visa StatusChange Edition Merge FormerSlug",
    "signal": "ErrorReport ContactMessage",
    "duty": "AccessibilityDeclaration",
    "work": "Job Import",
    "account": "User",
}
MAY = {
    "reader": {
        "frame": "r r -",
        "governance": "r r -",
        "record": "r r -",
        "money": "r r -",
        "unit": "r r r",
        "directory": "r r r",
        "pairs": "r r r",
        "assignment": "r r -",
        "journal": "r r -",
        "signal": "- - -",
        "duty": "r r r",
        "work": "r - -",
        "account": "- - -",
    },
    "contributor": {
        "frame": "rw r -",
        "governance": "rw - -",
        "record": "rwd - -",
        "money": "rwd - -",
        "unit": "rwd r r",
        "directory": "rw rw rw",
        "pairs": "r r r",
        "assignment": "r - -",
        "journal": "r - -",
        "signal": "- - -",
        "duty": "r r r",
        "work": "r - -",
        "account": "- - -",
    },
    "approver": {
        "frame": "rwd rwd -",
        "governance": "rwd rwd -",
        "record": "rwd rwd -",
        "money": "rwd rwd -",
        "unit": "rwd rwd rwd",
        "directory": "rwd rwd rwd",
        "pairs": "rd rd rd",
        "assignment": "r r -",
        "journal": "r r -",
        "signal": "rwd rwd rwd",
        "duty": "r r r",
        "work": "r - -",
        "account": "- - -",
    },
    "administrator": {
        "frame": "rwd rwd rwd",
        "governance": "rwd rwd rwd",
        "record": "rwd rwd rwd",
        "money": "rwd rwd rwd",
        "unit": "rwd rwd rwd",
        "directory": "rwd rwd rwd",
        "pairs": "rd rd rd",
        "assignment": "rwd rwd rwd",
        "journal": "r r r",
        "signal": "rwd rwd rwd",
        "duty": "rwd rwd rwd",
        "work": "r r r",
        "account": "rw rw rw",
    },
}
ADDS = {
    "reader": "",
    "contributor": "record money unit directory",
    "approver": "frame governance record money unit directory signal",
    "administrator": "frame governance record money unit directory signal duty account",
}
READ_WHEN_SENT = {"Job", "Import", "Merge"}  # pages without a form: what is sent there is read as a visit
ADDED_BY_STEPS = {"Remark"}  # on the page of its record
FILES = frozenset(
    ["actions", "contributions", "laboratoires", "organismes", "personnes", "subventions", "theses", "versements"]
)
SENDS: dict[str, frozenset[str]] = {
    "reader": frozenset(),
    "contributor": FILES,
    "approver": FILES,
    "administrator": FILES,
}
PLACES = ("own", "same", "other")
KIND_OF = {name: kind for kind, names in KINDS.items() for name in names.split()}


def expected(role: str, table: str, verb: str) -> set[str]:
    """In which places this role may do this to the rows of this table."""
    verb = "r" if verb == "w" and table in READ_WHEN_SENT else verb
    cells = zip(PLACES, MAY[role][KIND_OF[table]].split(), strict=True)
    return {place for place, letters in cells if verb in letters}


def adds(role: str, table: str) -> bool:
    """Whether this role begins rows of this table on a page."""
    if table == "Import":  # its first page asks which kind of file
        return bool(SENDS[role])
    return KIND_OF[table] in ADDS[role].split() and table not in ADDED_BY_STEPS
