"""What people see: plain text where it is piped, colour where it is a terminal."""
