"""Mail: one small port, behind which it goes to a folder, to SMTP, or stays in a test.

`send(session, mail)` lets a mail go once the session's transaction has committed.
"""

from keel.mail.mail import Mail
from keel.mail.outgoing import send
from keel.mail.post import post_of

__all__ = ["Mail", "post_of", "send"]
