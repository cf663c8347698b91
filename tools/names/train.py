"""Training of the whole name model from lists of names, with numpy and scipy and a fixed seed.

Steps: the channel with its simplest features on a sample; from its alignments a first profile,
which finds hard wrong answers; the channel with all features against these; the final profile.
The coefficients of the fusion are fitted on names that a model of the rest has not seen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from zlib import crc32

import numpy as np
import numpy.typing as npt

from reconcile.names.channel import FEATURES
from reconcile.names.features import FIRST_FUSION
from reconcile.names.model import NameModel
from reconcile.names.pool import Latin, NamePool, Sounds, form_profile, name_profile
from reconcile.names.profile import Profile
from reconcile.names.store import Trained
from reconcile.scripts import fold
from tools.names.pairs import NamePair, by_country, usable
from tools.names.train_channel import SIMPLE, ChannelTrainer
from tools.names.train_fusion import choices, fit
from tools.names.train_profile import count_runs

Ints = npt.NDArray[np.int64]
Pools = Mapping[str | None, NamePool]
Say = Callable[[str], None]

_SAMPLE = 4000
_NEAR, _HARD, _RANDOM = 36, 16, 4
"""Hard wrong answers kept and used per name and epoch, and random ones beside them."""
_FOLDS = 6


def pools_of(pairs: Sequence[NamePair], names: Mapping[str | None, Sequence[str]]) -> Pools:
    """The candidates of each country: the given names and those of the pairs."""
    every = [(c, n) for c, listed in names.items() for n in listed]
    every += [(p.country, n) for p in pairs for n in p.en]
    return {
        country: NamePool.of([Latin(n, country) for n in listed])
        for country, listed in by_country(every).items()
    }


def train(
    lists: Sequence[Sequence[NamePair]],
    names: Mapping[str | None, Sequence[str]],
    *,
    seed: int = 1,
    epochs: int = 3,
    say: Say = lambda _: None,
) -> NameModel:
    """Train on all `lists`; the fusion is fitted on held-out names of the first one.

    Args:
        lists: pairs of names; the first list should be like the names the model is meant for.
        names: candidate names by country, which serve as wrong answers.
        seed: of every random choice; the same input and seed give the same model.
        epochs: passes of the channel over all pairs.
        say: gets a line about each step.
    """
    pairs = usable(pair for listed in lists for pair in listed)
    pools = pools_of(pairs, names)
    held = usable(p for p in lists[0] if _fold_of(p) == 0)
    known = {fold(name) for p in held for name in p.en}
    rest = [p for p in pairs if not any(fold(name) in known for name in p.en)]
    say(f"{len(pairs)} pairs, {len(held)} held out for the fusion")
    part = train_channel(rest, pools, seed=seed, epochs=epochs, say=say)
    found = choices(NameModel(part), held, pools, np.random.default_rng(seed))
    fusion = fit(found)
    say("fusion " + " ".join(f"{c:.2f}" for c in fusion))
    whole = train_channel(pairs, pools, seed=seed, epochs=epochs, say=say)
    return NameModel(replace(whole, fusion=fusion))


def _fold_of(pair: NamePair) -> int:
    """One of the folds, by the English name."""
    return crc32(fold(pair.en[0]).encode()) % _FOLDS


def train_channel(
    pairs: Sequence[NamePair], pools: Pools, *, seed: int, epochs: int, say: Say = lambda _: None
) -> Trained:
    """Channel and profile; the fusion is left as it is before training."""
    rng = np.random.default_rng(seed)
    trainer = ChannelTrainer(rng)
    trainer.allowed = np.array([name in SIMPLE for name, _ in FEATURES])
    right = [pools[p.country].with_folded({fold(n) for n in p.en})[:4] for p in pairs]
    sample = rng.permutation(len(pairs))[:_SAMPLE]
    easy = [
        (
            pairs[i],
            _candidates(right[i], rng.integers(0, 1 << 30, 12), pools[pairs[i].country]),
            len(right[i]),
        )
        for i in sample
    ]
    say("simple features: loss {:.3f}, right {:.3f}".format(*trainer.epoch(easy, pools)))
    profile = count_runs([pairs[i] for i in sample], trainer.weights, trainer.kinds)
    near = [_nearest(p, pools[p.country], trainer, profile) for p in pairs]
    trainer.allowed[:] = True
    rate = trainer.rate
    for epoch in range(epochs):
        trainer.rate = rate * (1 - epoch / (epochs + 0.5))
        queries = []
        for i in rng.permutation(len(pairs)):
            wrong = np.concatenate(
                [rng.permutation(near[i])[:_HARD], rng.integers(0, 1 << 30, _RANDOM)]
            )
            pool = pools[pairs[i].country]
            queries.append((pairs[i], _candidates(right[i], wrong, pool), len(right[i])))
        loss, correct = trainer.epoch(queries, pools)
        say(f"epoch {epoch + 1}: loss {loss:.3f}, right {correct:.3f}")
    final = count_runs(pairs, trainer.weights, trainer.kinds)
    return Trained(trainer.weights, trainer.kinds, final, FIRST_FUSION)


def _candidates(right: Ints, wrong: Ints, pool: NamePool) -> Ints:
    """The right names first, then the wrong ones, each once."""
    others = np.unique(wrong % len(pool.names))
    return np.concatenate([right, others[~np.isin(others, right)]]).astype(np.int64)


def _nearest(pair: NamePair, pool: NamePool, trainer: ChannelTrainer, profile: Profile) -> Ints:
    rows = np.arange(len(pool.owner))
    sounds = Sounds.one(pair.country, len(rows))
    by_form = form_profile(pair.zh, sounds, pool, rows, profile, trainer.kinds)
    best = name_profile(by_form, pool)
    count = min(_NEAR, len(best))
    return np.argpartition(-best, count - 1)[:count].astype(np.int64)
