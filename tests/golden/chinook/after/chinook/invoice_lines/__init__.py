"""Invoice lines: one track on an invoice."""
