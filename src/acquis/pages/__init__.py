"""Pages: the corpus becomes finished pages, through the templates.

Only this package knows Jinja. It yields values and writes nothing.
"""

from acquis.pages.make import Job, Site, jobs
from acquis.pages.page import File, Page

__all__ = ["File", "Job", "Page", "Site", "jobs"]
