"""Jobs: turns a model and a file into a file. Without Qt."""
