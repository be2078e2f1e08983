"""The audit: who did what, on what, from where, and what became of it; kept apart from all else."""

from keel.audit.entry import AuditEntry
from keel.audit.record import record, record_refusal

__all__ = ["AuditEntry", "record", "record_refusal"]
