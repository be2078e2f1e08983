"""What a project is: its files, its blueprint and what was built in it before."""
