"""Pages that lead on: the doors of the site, printed codes, and addresses of before."""
