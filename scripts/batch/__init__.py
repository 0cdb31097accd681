"""`pentimento batch`: many paintings from a file of words, on one machine or many."""
