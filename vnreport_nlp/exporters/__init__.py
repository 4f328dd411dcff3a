"""Writers of results: html, json, xlsx, docx, sarif, text."""
