"""What reads a `report.json` back: comparing, explaining, grading."""
