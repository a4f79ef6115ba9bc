"""Makes the planted corpus: its language, who repeats what, and how copies differ."""
