"""Where the work is done: device, precision, memory."""
