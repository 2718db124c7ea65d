"""What lies below Textual: the terminal before, while and after the app runs in it."""
