"""The picture in the making: a scratch file of rows, its readers and maps."""
