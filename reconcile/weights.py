"""What each observation tells, and what a link needs: every number of matching that is set by hand.

Weights are log-likelihood ratios (natural logarithm): how much more often the observation is made
on two records, or two hosts, that are one than on two of the same list that have nothing to do with
each other. 2.3 is ten times as often, and 0 tells nothing. They add up, with the prior, to the
log-odds of a pair.

Whence: they are estimates of how often lists agree and err, rounded, and held to the links judged
by hand in `tests/labels`: `reconcile eval` finds no wrong link with them, and that what is said to
be 90 % likely is right as often. None is fitted to a list; what is learned is the name model
(`names`), whose say the ranges here bound. A range is (least, most).
"""

from __future__ import annotations

from collections.abc import Mapping

# -- two names, whatever they name ---------------------------------------------------------------

IN_GAZETTEER = 6.5
"""GeoNames has the Chinese name among those of the place; it has some wrong ones."""
IN_GAZETTEER_ALONE = 6.0
"""The same, where nothing states the country, which could rule out a namesake."""
EXONYM = 8.5
"""The reviewed table of exonyms has the pair."""
REGION = 7.5
"""Both are names of one division in the table of divisions."""
SEAT = 6.0
"""One name is that of an area and the other that of its seat: lists put one for the other, and the
seat may have an agreement of its own."""
UNSAID = -12.0
"""One name has a word that the other does not say (East Helsinki, 赫爾辛基): more than any sound
may say for them, as they sound alike because one place is named after the other. Fewer than 1 in
100 of GeoNames' pairs of names leave such a word out."""
LISTED_NAME_RANGE = (-1.0, 3.0)
"""The name model's say where a table has the pair: then its sound tells little more, and an
exonym (科隆 Köln) must not count against itself."""

# -- one name and its candidates -----------------------------------------------------------------

LISTED = 0.9
"""The chance, before anything is compared, that the place is among candidates that were given."""
TABLED = 0.93
"""The chance that the place is one that a table lists under its name, where any table does."""
TABLED_ANYWHERE = 0.85
"""The same, where no country is given, which would rule out namesakes."""
BY_SOUND = 0.8
"""The chance, where no table lists the name, that the tables have the place by its Latin name."""
BY_SOUND_ANYWHERE = 0.4
"""The same, where no country is given: then only large cities are looked at."""
AS_READ = 0.5
"""The chance of a name's own romanization, where no table has the place: Ruifang for 瑞芳."""
AREA_SIZE = 500_000
"""A state, province or county is meant as often as a city of so many inhabitants."""
SIZE = 0.5
"""How much size tells: of two namesakes the larger is the likelier, by its square root."""
USUAL_SIZE = 16_000
"""Inhabitants of a place whose size tells nothing either way; more speak for it, fewer against."""
SMALLEST = 1_000
"""Added to the inhabitants of every place: of the smallest ones the number is uncertain."""

# -- two records ---------------------------------------------------------------------------------

RECORD_LISTED = 0.65
"""The chance that the partner of a Chinese row stands among its host's English rows at all."""
RECORD_IN_ONE_ROW = 0.9
"""The chance, before names are compared, that the two names which a row has are of one place."""
RECORD_NAME_RANGE = (-6.0, 10.0)
"""The name model's say where no table has the pair: no sound outvotes all else."""
RECORD_LISTED_NAME_RANGE = (-1.0, 10.0)
"""The name model's say where a table has the pair: an exonym (科隆 Köln) must not count against
itself, and a pair that a table has must not stand behind one that none has."""
RECORD_SAME_COUNTRY = (1.6, 3.0)
"""Bounds of -log of the country's share among the English rows: the chance that any of them has
it. The upper one allows for lists that favour the same countries."""
RECORD_OTHER_COUNTRY = -6.0
RECORD_DOUBTFUL_COUNTRY = -1.0
"""A short or ambiguous country name (剛果) says little when the other list has another one."""
RECORD_OTHER_PLACE = -2.5
"""The tables know the Chinese name in the stated country, and by other names: 波爾多 is Bordeaux.
They lack some spellings, and namesakes of larger places."""
RECORD_DATES_AGREE = 0.85
"""How often two lists give one date for an agreement, where both give any."""
RECORD_DATE_BY_CHANCE: Mapping[str, float] = {"day": 0.001, "month": 0.01, "year": 0.05}
"""How often two agreements of a host with one country have the same date: of 830 pairs of rows of
the Chinese list of China none shares a day; of all 3,300 pairs of a host, 5 % share the year."""
RECORD_SAME_DATE: Mapping[str, float] = {"day": 7.0, "month": 3.0, "year": 1.5}
"""The most that a shared date tells: a year stands in many lists where no day was known."""
RECORD_YEARS_NEAR = 2
RECORD_DATES_NEAR = -1.0
"""Dates up to two years apart: the day of signing and the day of approval."""
RECORD_DATES_FAR = -3.7
"""Dates further apart: 2 % of the rows that two lists have in common, and 85 % of all others."""
RECORD_UNLIKE_NAMES = -3.0
"""The least that names tell of two rows with one day: one in twenty agreements has names that
nothing bridges, as one is wrong, or unknown."""
RECORD_SAME_LEVEL = 0.7
"""Two levels of the same breadth: most names state none, and most that do are of one kind."""
RECORD_OTHER_LEVEL = -1.8
"""A region and a city: lists mistake one for the other where they share a name (薩馬拉州)."""
RECORD_SAME_PARENT = 2.0
RECORD_OTHER_PARENT = -3.0
RECORD_OTHER_DIVISION = -12.0
"""Two states of one country: a name that is in both is that of two places, however well it fits."""
RECORD_OTHER_HOST = -2.5
"""One stands under a city and the other under a part of it, which few lists do."""

# -- whether two names are of one place -----------------------------------------------------------

ONE_PLACE = 0.9
"""Names of one agreement are of one place from this probability on, of which they have one half
before they are compared: of 836 names none of which the model was trained on, 0.5 % fall below it
with their own place, and 1 % reach it with another one of the country. A question is better than a
wrong place among those that agree."""
SURE_NAMES = 4.0
"""Names that tell so much are certainly of one place."""
FAR_LIKELIER = 4.0
"""A name that sounds so much more like another place is not of this one."""
OTHER_PLACE, SURE_SOUND = 0.7, 6.0
"""A name that no table has is of the likeliest place of the country from this probability on, if
that is called so by itself: true of 98 % of 250 names, always of the right place, and of 16 % of
137 names that have nothing to do with a sound, most of which are of former towns."""

# -- two hosts -----------------------------------------------------------------------------------

HOST_LISTED = 0.65
"""The chance that a Chinese host is in the English list at all."""
HOST_NAME_RANGE = (-8.0, 10.0)
"""The name model's say where no table has the pair."""
HOST_OTHER_PLACE = -5.0
"""The tables know the host, and by other names; they may have it under an older one."""
HOST_SAME_LEVEL = 1.0
HOST_OTHER_LEVEL = -8.0
"""An area and its capital are two hosts, however alike their names are: more than among partners,
as a list that has hosts of both kinds tells them apart."""
HOST_SAME_DIVISION = 1.0
HOST_OTHER_DIVISION = -8.0
HOST_SAME_PARENT = 2.0
HOST_OTHER_PARENT = -6.0
HOST_SHARED_PARTNER = (0.5, 3.0)
"""Bounds of -log of the share of hosts that list a partner which the two hosts share."""
HOST_SHARED_PARTNERS = 8.0
"""Partners that two hosts share say no more than this together: neighbours may share some."""

# -- what is linked ------------------------------------------------------------------------------

LINKED = 0.75
"""Records are linked from this probability on: two equal rivals get one half each at most."""
UNDECIDED = 1 / 3
"""A row without a link is undecided, and not alone, where its best pair is at least this likely."""
LEAST_SUPPORT = 2.0
"""What a link needs beyond its prior: under a host with one row even an uninformative name would
be likely, and nothing speaks for it."""
HIGHEST = 0.9999
"""No link is shown as more certain than this: four decimals are what a probability is given in."""
WORTH_SHOWING = 0.02
"""A runner-up below this probability is not worth a reader's time."""
HOST_LINKED = 0.75
"""Hosts are linked from this probability on."""
HOST_UNDECIDED = 0.2
"""English hosts from this probability on are named where a Chinese one stays open."""
HOST_BY_SOUND = 4.0
"""How much more the name model must say for two hosts abroad than for the next pair, and at all."""
HOST_LEAST_SUPPORT = 3.0
"""What a link of hosts needs beyond its prior: all rows of a host hang on it."""
