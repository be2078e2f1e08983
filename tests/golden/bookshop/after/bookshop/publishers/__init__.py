"""Publishers: a house that publishes books."""
