"""What both faces of the program, command and Python interface, need: files, settings, requests."""
