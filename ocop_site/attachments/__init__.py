"""Files to take along: what records and texts name that is no picture, published as it is."""
