"""How people see the catalogue: a theme's folder, and the pages that it makes of the planned views."""
