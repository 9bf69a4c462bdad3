"""What the data is: code lists, survey codebook, one contract per table. Knows no other part of the project."""
