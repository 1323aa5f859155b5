"""One language's edition of the catalogue, and the helpers that every page of it shares."""
