"""The site's files: checked as a visitor would meet them, then published."""
