"""Ten figures of speed and weight, with their limits."""
