"""Steps as something to look at or to take away: terminal, JSON, figure files."""
