"""What one page alone draws, a folder for each page of the site."""
