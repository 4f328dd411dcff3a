"""F201 in running text: totals and their parts, in whichever order they are told."""
