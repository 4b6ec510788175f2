"""The compact network and its streamed form."""
