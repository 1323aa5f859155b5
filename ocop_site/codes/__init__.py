"""Permanent codes and barcodes: the ledgers that remember them, what each leads to, and how they are drawn."""
