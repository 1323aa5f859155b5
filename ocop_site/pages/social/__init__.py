"""The picture beside a shared link: one for a thing, whatever the language of the page that is shared."""
