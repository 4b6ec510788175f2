"""What is invented, as a colour over the result in the picture itself."""
