#!/usr/bin/env python3
"""Compare extraction scores with the baseline.

usage: score.py SCORER DATABASE SET GOLD.toml [GOLD.toml ...] [--raise]

SCORER prints precision, recall and F1 of the figures and schedules that DATABASE has extracted, as JSON. SET
names the entry in baseline.json. Fails where F1 is below the baseline; --raise writes a better F1 there.
"""
import json
import pathlib
import subprocess
import sys

BASELINE = pathlib.Path(__file__).with_name("baseline.json")
TOLERANCE = 0.0005


def main(arguments):
    raising = "--raise" in arguments
    scorer, database, name, *gold = [a for a in arguments if a != "--raise"]
    output = subprocess.run([sys.executable, scorer, database, *gold, "--json"], check=True, stdout=subprocess.PIPE)
    scores, baseline = json.loads(output.stdout), json.loads(BASELINE.read_text())
    worse = False
    for task, least in baseline[name].items():
        found = scores[task]["f1"]
        print(f"{name}: {task} F1 {found:.4f}, baseline {least:.4f}")
        worse |= found < least - TOLERANCE
        if raising and found > least:
            baseline[name][task] = round(found, 4)
    if raising:
        BASELINE.write_text(json.dumps(baseline, indent=2) + "\n")
    if worse:
        sys.exit(f"{name}: below the baseline of {BASELINE.name}")


if __name__ == "__main__":
    main(sys.argv[1:])
