"""The HTML report: one file that needs no network.

`page.py` gathers what the templates show, `charts.py` the pictures, `payload.py` the data that
the script searches. `templates/` holds one file per part of the page; `style.css`, `app.js` (the
list and its filter) and `entry.js` (one opened entry) are put into the page as they are.
"""

from reconcile.report.html.page import render_html

__all__ = ["render_html"]
