"""What a person should know while a training continues: each a code with values, so that a window can say it in any
language; the sentence here is the command line's.
"""

from __future__ import annotations

from trainer.events import Noticed

SENTENCES = {
    "few-photos": "{count} photos are few: from about {enough} on a model learns more than these scenes",
    "none-held-out": "too few photos to hold any out, so quality on unseen photos will not be measured",
    "mostly-flawed": "most photos are flawed: a model never gets better than what it is shown as good",
    "mostly-gray": "most photos are gray: the model will not know colours",
    "mixed-profiles": "several colour profiles are mixed: harmless, as each photo is degraded in its own colours",
    "left-out": "{left} of {total} files are left out: `rsd train check` lists why",
    "pair": "{name}: {text}",
    "gone": "{count} files that this run was started with are gone; it continues without them",
    "trained-on": "no photo can be held out: the held-out figures are of photos trained on",
    "wants-gpu": "the published networks are meant for a GPU: here an iteration takes many minutes",
    "without-vgg": "trained without LPIPS-VGG (distill.w_vgg is {weight:g}): its weights are not here;"
    " to have it, stop, run `{command}` once and start again",
    "batches": "found for {free_mb} MB of free memory: {batches}",
    "suspended": "the training was suspended for {seconds:.0f} s, which do not count",
    "in-parts": "out of memory: batches of {batch} go through in {parts} parts from here on; the result is the same",
    "no-command": "control: {word!r} is no command; known are {known}",
    "paused-worse": "the paused state is worse than the one before, which is kept",
    "disk-full": "{text}",
    "damaged": "{text}",
    "ended-worse": "on held-out photos {figure} is {now:.4g}, worse than where {where}: {then:.4g};"
    " `rsd train export --checkpoint best` takes that one",
    "no-reference": "it cannot be held against a finished model: {text}",
    "no-samples": "the samples could not be written ({text})",
}


def notice(code: str, **values: str | float) -> Noticed:
    """One of the sentences above, filled in."""
    return Noticed(text=SENTENCES[code].format(**values), code=code, values=values)
