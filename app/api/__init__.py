"""The studio's addresses: what each takes and answers."""
