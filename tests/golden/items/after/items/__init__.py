"""People sign up and keep items; admins see and manage everything."""
