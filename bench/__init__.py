"""How fast it is. `make bench` measures and says whether the figures hold; no test looks at a clock."""
