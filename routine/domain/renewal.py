"""How long something that has been checked may be left before it is checked again."""

YEAR = 365  # days
