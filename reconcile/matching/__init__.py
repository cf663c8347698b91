"""Record linkage: blocking by host, evidence, probabilities, assignment."""
