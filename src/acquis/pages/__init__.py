"""Pages: the corpus becomes finished pages, through the templates.

Only this package knows Jinja. It yields values and writes nothing.
"""

from acquis.pages.jobs import Job, Site, editions, fragment, jobs
from acquis.pages.page import File, Page

__all__ = ["File", "Job", "Page", "Site", "editions", "fragment", "jobs"]
