"""What the program does with files and sessions, without a screen."""
