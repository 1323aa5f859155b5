"""The pictures beside links that are shared: what a page is about in words and drawings, composed once a thing."""
