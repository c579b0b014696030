"""How the reports of this folder are made: one source, several typesettings, one truth."""
