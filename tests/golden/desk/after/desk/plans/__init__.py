"""Plans: what a company can buy."""
