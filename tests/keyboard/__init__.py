"""What a terminal sends that is no key, sent to the real program, which must do nothing."""
