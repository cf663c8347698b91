"""The HTML report: one file that needs no network.

`page.py` gathers what the templates show, `charts.py` the pictures, `payload.py` the data that
the script searches, `proposals.py` the rules it offers; `words.py` and `translations.py` say it in
every language. `templates/` holds one file per part of the page. `style.css` and the scripts are
put into the page as they are: `dom.js` (texts and elements), `filter.js` (the filter's grammar),
`rules.js` (rules to copy), `entry.js` (one opened entry), `list.js` and `app.js`.
"""

from reconcile.report.html.page import render_html

__all__ = ["render_html"]
