"""From rows of a source to rows of the result, with the model that fits."""
