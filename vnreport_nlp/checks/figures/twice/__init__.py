"""F204: one thing told with two values, in text, notes and tables; F205, which asks for figures at all."""
