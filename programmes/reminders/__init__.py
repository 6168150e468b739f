"""Reminders: one digest a person and a working day at most, of what waits for them; and a calendar of the deadlines.

`dates` says on which days; `news` what steps of the workflow tell to whom; `digests` writes the mails; `calendars` the
deadlines for an agenda; `links` the address by which somebody stops all of it. What waits comes from the sections, as
on the start page; the figure of a campaign from `sections.registry.progress_of`, as on the board.
"""
