"""Pages that change, and projects that people edit."""
