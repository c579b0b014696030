"""Which measure a figure is of: a common one that its words mean, or its own words."""
