"""From the shape of a questionnaire file, once it is known to be right, to the domain's records."""
