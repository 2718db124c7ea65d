"""What can be wrong in a questionnaire file beyond the shape of its tables."""
