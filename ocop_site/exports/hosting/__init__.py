"""What hosts and servers are told of the site."""
