"""The words that comparison works with: what a statement, its key, its words, its numbers and its times are."""
