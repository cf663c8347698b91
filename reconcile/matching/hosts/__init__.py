"""Which block of the English list a Chinese host stands for."""
