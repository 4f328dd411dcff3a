"""F201 to F203 inside tables: total rows and columns, columns that are reckoned from others."""
