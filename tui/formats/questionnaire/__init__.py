"""The questionnaire file and its overlays."""
