"""What each photograph and drawing becomes: the right size, format and crop for every place, with nothing private."""
