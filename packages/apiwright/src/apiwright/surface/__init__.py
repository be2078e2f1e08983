"""How people reach the tool."""
