"""Of which time a figure is, by its words, by what its column is headed, or by what other reports tell."""
