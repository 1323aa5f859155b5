"""What a showroom needs: permanent codes and the ledgers that remember what was given out."""
