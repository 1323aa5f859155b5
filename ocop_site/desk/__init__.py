"""What editors use beside a build: the ledgers, what is printed, what servers are told."""
