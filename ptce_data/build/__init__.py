"""Facts to Parquet: public facts, demonstration sample, and the files that describe them. No page imports it."""
