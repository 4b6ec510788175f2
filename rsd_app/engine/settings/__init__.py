"""What a user may choose for a picture, validated once."""
