"""Pictures for eyes: strips and contact sheets."""
