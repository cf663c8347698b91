"""`reconcile name`: ranked candidates for one Chinese name."""

from __future__ import annotations

from reconcile.errors import ReconcileError
from reconcile.names.readings import has_reading
from reconcile.places.countries import find_code, name_of
from reconcile.places.match import match_name


def show_candidates(name: str, country: str | None, limit: int) -> None:
    """Print the candidates of `name`, each with its evidence.

    Raises:
        ReconcileError: the name has no Chinese character and no kana, or the country code is not
            known.
    """
    if not any(map(has_reading, name)):
        raise ReconcileError(f"{name!r} has no Chinese character; give a Chinese name")
    code = find_code(country.upper()) if country else None
    if country and code is None:
        raise ReconcileError(f"{country!r} is no country code such as JP or RS")
    found = match_name(name, country=code.iso if code else None, limit=limit)
    if not found:
        print(f"{name}: no candidate is known")
        return
    for match in found:
        where = f", {name_of(match.country, 'en')}" if match.country else ""
        later = "  (the place has another name now)" if match.relation == "renamed" else ""
        print(f"{match.probability:6.4f}  {match.name}{where}{later}")
        for evidence in match.evidence:
            print(f"          {evidence.weight:+6.2f}  {evidence.name}: {evidence.detail}")
