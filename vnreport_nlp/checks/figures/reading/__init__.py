"""Figures as a draft tells them: numbers with their words, tables as rows of cells, and how a finding names them."""
