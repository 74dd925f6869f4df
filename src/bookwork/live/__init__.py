"""Python for pages: one classic script that holds Pyodide, and how that script is made."""
