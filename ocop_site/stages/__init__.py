"""The stages of the journey: each takes what the one before it gave, and gives a frozen value with its problems."""
