"""JSON Schemas (draft-07) of our files, for editors and other TOML tools."""
