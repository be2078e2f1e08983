"""From a disagreement to the change of the page that says what stands."""
