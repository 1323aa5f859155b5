"""The live preview: the site as it would be, on this machine alone, renewed at each save."""
