"""What must hold in rows, and among them."""
