"""OAuth 2.0 client credentials: programs exchange a key for short tokens that may less."""
