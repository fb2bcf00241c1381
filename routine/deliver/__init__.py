"""Deliveries: an archive, files for web servers, and a new site of one's own."""
