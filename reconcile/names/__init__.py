"""The name model: do a Chinese name and a Latin one denote the same place? It knows no places."""
