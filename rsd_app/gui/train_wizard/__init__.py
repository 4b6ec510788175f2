"""A model of one's own: photos, damage, effort, training, comparison, installation."""
