"""What outlives the window: session, preferences, logs."""
