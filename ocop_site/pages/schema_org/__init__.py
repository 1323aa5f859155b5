"""What pages say for machines: schema.org as JSON-LD."""
