"""What stands against a start, one line for each setting."""

from collections.abc import Mapping

from pydantic import ValidationError


class SettingsError(SystemExit):
    """Settings that a backend must not start with; ends the process and names each."""

    @classmethod
    def of(cls, reasons: Mapping[str, str]) -> "SettingsError":
        """The end for these reasons, by the names of the settings."""
        lines = (f"  {name}: {reason}" for name, reason in reasons.items())
        return cls("\n".join(["error: The settings do not allow a start.", *lines]))

    @classmethod
    def of_values(cls, failure: ValidationError) -> "SettingsError":
        """The end for values that are missing or not valid."""
        return cls.of(
            {
                str(error["loc"][0]).upper(): _reason(error["type"], error["msg"])
                for error in failure.errors(
                    include_url=False, include_context=False, include_input=False
                )
                if error["type"] != "default_factory_not_called"
            }
        )


def _reason(kind: str, message: str) -> str:
    if kind == "missing":
        return "It is not set. Set it in the environment or in `.env`."
    return message.removeprefix("Value error, ")
