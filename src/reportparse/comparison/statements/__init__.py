"""A report is read from its first figure to its last: what each states, what it hangs on, what it quotes."""
