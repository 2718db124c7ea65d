"""From the domain's records to what widgets draw; no app, no disk."""
