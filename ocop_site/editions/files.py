"""Files to take along as pages link to them: with their sort, size and length, before anybody's data is spent."""

from dataclasses import dataclass

from ocop_site.attachments.attachments import MEGABYTE, Attachment, Attachments
from ocop_site.editions.localized import LocalizedCatalogue
from ocop_site.editions.urls import SiteUrls
from ocop_site.text.formats import format_number
from ocop_site.text.language import TextRun
from ocop_site.views import FileLine

PDF = "application/pdf"


@dataclass(frozen=True, eq=False)
class Files:
    """The attachments of an edition's pages."""

    localized: LocalizedCatalogue
    site_urls: SiteUrls
    attachments: Attachments

    def line(self, file: str, label: TextRun) -> FileLine | None:
        """A file under its title; None where it was refused."""
        attachment = self.attachments.of(file)
        return FileLine(self._href(attachment), label, PDF, self._about(attachment)) if attachment else None

    def _href(self, attachment: Attachment) -> str:
        return self.site_urls.link(f"/{attachment.path}")

    def _about(self, attachment: Attachment) -> str:
        """Megabytes of a million bytes with one digit behind the comma, as telephones tell them."""
        size = format_number(max(0.1, round(attachment.size / MEGABYTE, 1)), self.localized.language)
        return self.localized.words("file.about", size=size, count=attachment.pages)
