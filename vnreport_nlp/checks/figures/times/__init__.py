"""F206: dates that no calendar has, and times that end before they begin."""
