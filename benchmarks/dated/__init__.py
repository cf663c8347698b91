"""Dated lists with planted faults: what a run makes of a wrong name on the right day."""
