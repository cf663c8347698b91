"""Pages by address: what an address says, how a page is got from its wiki, and copies of it."""
