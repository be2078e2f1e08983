"""What the settings ask of a password."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from keel.auth.passwords.hashing import MIN_CHARS
from keel.auth.passwords.strength import refuse_weak
from keel.settings import SettingsError

if TYPE_CHECKING:
    from keel.settings import Settings


@dataclass(frozen=True, slots=True)
class PasswordPolicy:
    """What passwords must be, beside what keel always refuses.

    Attributes:
        min_length: Characters of the shortest.
        blocklist: Those that nobody may have, in lower case.
    """

    min_length: int = MIN_CHARS
    blocklist: frozenset[str] = frozenset()

    @classmethod
    def of(cls, settings: "Settings") -> Self:
        """What the settings ask for.

        Raises:
            SettingsError: The blocklist cannot be read.
        """
        path = settings.password_blocklist_file
        if path is None:
            return cls(settings.password_min_length)
        try:
            lines = path.read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            said = f"{path} is no text that can be read: {error}. It has a password a line."
            raise SettingsError.of({"PASSWORD_BLOCKLIST_FILE": said}) from error
        return cls(settings.password_min_length, frozenset(map(str.casefold, lines)))

    def refuse_weak(self, password: str, email: str, *, field: str = "password") -> None:
        """Refuse a password that is too easy for an account.

        Raises:
            Invalid: It is; names the field.
        """
        refuse_weak(
            password,
            email=email,
            min_length=self.min_length,
            blocklist=self.blocklist,
            field=field,
        )
