"""Public facts: one module per table, from the lines of its CSV to rows that keep the contract."""
