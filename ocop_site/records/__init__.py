"""The models: what a record of each kind may say. Declared once; checking, guides and schemas follow from them."""
