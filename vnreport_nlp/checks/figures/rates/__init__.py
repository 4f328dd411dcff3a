"""F202 and F203: shares, percentages, changes and products, and which figures they are of."""
