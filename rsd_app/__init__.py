"""RSD Studio: enlarge and restore photos on one's own machine, in one network step."""

__version__ = "0.1.0"
