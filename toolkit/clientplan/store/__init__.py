"""Plans at rest."""
