"""What is known before reading: the vocabulary, the table of actors and the gazetteer, as data with their loaders."""
