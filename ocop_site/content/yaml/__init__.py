"""YAML as its editors write it: parsed to text with places, its mistakes explained."""
