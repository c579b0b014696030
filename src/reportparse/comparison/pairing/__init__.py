"""Measures that two reports tell in other words are lined up by their words, their places and their values."""
