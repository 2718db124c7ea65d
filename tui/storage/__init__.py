"""Storage: where files are kept, and how they are read, locked and saved durably."""
