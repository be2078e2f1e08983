"""The mails that accounts need."""
