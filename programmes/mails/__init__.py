"""Mails: written to the outbox with what they tell, sent by a worker, never lost.

How to write to somebody, from a workflow's step, a task or a view, in the transaction of what it tells:

    mails.post(
        "response_link",                 # templates/mails/response_link.txt and .html
        to=person_email, kind=MailKind.RESPONSE, language="en",
        context={"link": mails.absolute(path), …},
        secret=True,                     # a personal link: the text is blanked the moment the mail has gone
        key=f"response-{link.pk}",       # optional: posted once, however often this runs
        user=account,                    # optional: the account written to
        not_before=when,                 # optional: leaves later
        headers={"List-Unsubscribe": …}, # optional
    )

* The first line of the `.txt` template is the subject, a blank line follows, then the text; nothing is escaped in it.
  The `.html` template extends `mails/base.html` and fills `{% block body %}`; `{% include "mails/button.html" with
  url=… words=… only %}` draws a button. Both are rendered at once, in the language given, with `site_name`,
  `language` and `subject`, and links made with `mails.absolute`.
* A mail is sent at least once: a broken server or a killed worker delays it (2, 4, 8 minutes… at most 6 hours between
  two attempts), and may send it twice, under one Message-ID. After 40 attempts it is given up, and says so.
* `secret=True` is for every mail with a personal token: neither the table nor a log keeps it once sent, the trail never
  has it. The subject, the address and the date stay, for a year.
* Mails of the demonstration set (`is_demo`, or an invented account) never leave for a real server.
* `post_late` is for a secret that must never be stored at all: the mail is composed as it goes (see `passwords`).
* Without EMAIL_URL, ./start keeps what was sent in the data folder; administrators read it at /admin/courrier/.
"""

from ..models.mails import MailKind
from .composing import absolute
from .posting import post, post_late

__all__ = ["MailKind", "absolute", "post", "post_late"]
