"""Which passwords are refused: short ones, and those that people try first.

No rule asks for digits or signs; such rules make passwords worse.
Source: NIST SP 800-63B-4 section 3.1.1.2 (length, blocklist, no composition rules).
"""

import re
from collections.abc import Collection

from keel.problems import FieldError, Invalid

_COMMON = """
    correct horse battery staple trustno1 1q2w3e4r5t6y7u8i9o0p 1q2w3e4r 1qaz2wsx3edc4rfv
    1qaz2wsx qazwsxedcrfv qazwsx qwertyuiop asdfghjkl zxcvbnm qwerty qwertz azerty asdf
    1234567890 0123456789 9876543210 12345 54321 1234 123 000 abcdefghijklmnopqrstuvwxyz
    abcdef abcd abc password passwort passw0rd p@ssw0rd p@ssword pa$$word passphrase pass
    motdepasse contraseña letmein welcome changeme change secret default administrator admin
    login root user guest test demo temp hello iloveyou love monkey dragon football baseball
    basketball soccer sunshine princess superman batman starwars pokemon shadow master whatever
    summer winter spring autumn 2020 2021 2022 2023 2024 2025 2026
"""
COMMON = tuple(_COMMON.split())
SHORTEST_OWN_WORD = 3
ENOUGH_DIFFERENT_CHARS = 4


def refuse_weak(
    password: str,
    *,
    email: str,
    min_length: int,
    blocklist: Collection[str] = (),
    field: str = "password",
) -> None:
    """Refuse a password that is too easy for this account.

    Raises:
        Invalid: It is short, or hardly more than common words and the e-mail; names the field.
    """
    if len(password) < min_length:
        message = f"It has {len(password)} characters; at least {min_length} are needed."
    elif password.casefold() in blocklist or _is_common(password.casefold(), email.casefold()):
        message = "People try it first: common words, repetition, or the e-mail. Choose another."
    else:
        return
    raise Invalid(errors=[FieldError(f"body.{field}", message)])


def _is_common(password: str, email: str) -> bool:
    """Whether hardly anything is left once words that everybody would try are taken out."""
    own = [part for part in re.split(r"\W+", email) if len(part) >= SHORTEST_OWN_WORD]
    words = sorted([*COMMON, *own], key=len, reverse=True)
    rest = re.sub("|".join(map(re.escape, words)), "", password)
    return len(set(rest)) < ENOUGH_DIFFERENT_CHARS
