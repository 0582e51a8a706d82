#!/usr/bin/env python3
"""Facilitates a meeting through `rounds meet --json`: shows each prompt, and sends each answer.

    python3 examples/front_end.py [--answers FILE] [OPTIONS OF rounds meet]

A person answers line by line. With `--answers` the lines of a script do, as in `rounds meet --script`;
`ROUNDS` names the program, if it is not on the path. docs/files.md lists every key of the lines.
"""
import json
import os
import subprocess
import sys

arguments, script = sys.argv[1:], None
if arguments[:1] == ["--answers"]:
    lines = open(arguments[1], encoding="utf-8").read().splitlines()
    script = iter([it for it in lines if it.strip() and not it.startswith("#")])
    arguments = arguments[2:]


def shown(line):
    """Prints what a line shows: each block has a kind, and a text, a label with its text, or rows."""
    for block in line.get("shown", []):
        rows = block.get("rows") or [[block.get("label", ""), block["text"], block.get("right", "")]]
        for row in rows:
            print("  " + "  ".join(cell for cell in row if cell))


def answer(line):
    """Asks for one answer, and returns the line that says it; None pauses the meeting."""
    offer = f" [{line['offer']}]" if line.get("offer") else ""
    print(f"{line.get('question', 'The text, to be changed: ' + line.get('text', ''))}{offer}")
    try:
        typed = next(script) if script else input("> ")
    except (EOFError, StopIteration):
        return None
    # The number says which prompt this answers, so that no answer is taken for another one.
    return json.dumps({"to": line["number"], "answer": typed}) + "\n"


command = [os.environ.get("ROUNDS", "rounds"), "meet", "--json", *arguments]
rounds = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
for text in rounds.stdout:
    line = json.loads(text)
    shown(line)
    if line["type"] in ("prompt", "edit"):
        said = answer(line)
        if said is None:
            rounds.stdin.close()
        else:
            rounds.stdin.write(said)
            rounds.stdin.flush()
    elif "error" in line:
        print(f"error: {line['error']}\nhint: {line.get('hint', 'none')}")
    elif line["type"] == "records":
        print("Written: " + ", ".join(line.get("written", [])))
sys.exit(rounds.wait())
