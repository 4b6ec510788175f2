"""The trainer as a process: started, followed, asked."""
