"""Text that would like to be HTML or Markdown, typed wherever a meeting takes text. The minutes, the
agenda and the exported page are rendered by programs that know nothing of `rounds`, and must show
the text as it was typed and nothing else. Called by `exports.sh` with the program and a folder."""

import unicodedata
import itertools, os, re, shutil, subprocess, sys
from collections import Counter
from urllib.parse import unquote
import html5lib

ROUNDS, WORK = sys.argv[1], sys.argv[2]

PIECES = r"""
<b>bold</b> | </li></ul></blockquote><h1>x | <!-- gone | --> | <img src=x onerror=alert(1)> | <IMG SRC=x>
<script>alert(1)</script> | <style>*{display:none}</style> | <svg/onload=alert(1)> | <a href=//a.b>c</a>
<iframe src=//a.b> | <?php a ?> | <![CDATA[a]]> | <details open ontoggle=a> | 1 < 2 > 3 | a<b | <
http://x<img src=a onerror=b> | https://a.b/<svg/onload=c> | www.a.org/<b>c | ftp://a.b/<i> | <http://a.b>
<javascript:alert(1)> | <a@b.org> | http://a.org/b_c?d=1&e=2 | https://a.org/*b*_c_~d~ | www.a.org | a_b@c.org
http://a.org/"onmouseover="b | http://a.org/(b)[c] | javascript:alert(1) | data:text/html,a | mailto:a@b.org
//a.org/b | xmpp:a@b.org | git://a.b/*c* | http://[::1]/ | http://a.org/&lt;b&gt; | http://a.org/`b`
*a* | **a** | ***a*** | _a_ | __a__ | *a | a* | snake_case_word | _a b_c | ~~a~~ | ~a~ | ^a^ | ==a== | ++a++ | ||a||
`a` | ``a`b`` | ``` a | ~~~ a | [a](http://b.org) | [a](javascript:b) | [a] | [a][b] | [a]: http://b.org | [[a]]
![a](http://b.org/c.png) | ![a] | ![[a]] | [![a](b)](c) | [^1] | [^1]: a note | ^[a note] | [@a] | @a | @a-b says | \@a
# a | ## a ## | a # | a#{#b .c} | a {.b} | {a} | {{ a }} | {% a %} | [a]{.b} | `a`{=html} | > a | >>> a | > [!NOTE]
- a | - [ ] a | - [x] a | [ ] a | [x] a | * a | + a | 1. a | 12) a | (1) a | (@) a | #. a | a. b | iv. a | (i) a | 0. a
--- | *** | ___ | === | - - - | +++ | --- a | a -- b --- c ... | a | b | --- | :-: | a | :--|--: | : a term | ~ a term | ::: a
:::: {.a} | :smile: a | :+1: | a:smile:b | 10:30:45 | $a$ | $$a$$ | $5 and $6 | \(a\) | \[a\] | \begin{a}b\end{a} | \alpha
&lt; | &lt;b&gt; | &amp;amp; | &#42;a&#42; | &#x3c;b&#x3e; | &nbsp; | &copy | & | R&D | \ | \\ | \* | a\ | \&lt; | \`a\`
"a" | 'a' | (c) (tm) +-a | a~b | % a | %% a | %a | ;a | !a | ?a | =a= | +a | -a | #a | |a| | a^2 | a  b | C# | C++ | C#:
ساعات | ‏a | ١. a | 陈伟* | é_é_é | 👩‍🌾 *a* | ﹤b﹥ | ＜b＞ | e + ́ | ​# a | Gärtner:innen | ﻿a
*[HTML]: a | [toc] | [[_TOC_]] | <!--more--> | a::b[c]{d} | :a[b] | {++a++} | {--a--} | ((a)) | [a|b] | [[a|b]] | /a/ | ||| a
""".strip().split("\n")
PIECES = [piece for row in PIECES for piece in row.split(" | ") if piece.strip()]

LONG = [
    "a | b\n--- | ---\n1 | 2", "| a | b |\n|---|:-:|\n| 1 | 2 |", "a\n===", "a\n---", "# a\n\n- b\n  1. c\n\n> d",
    "```\n<b>a</b>\n```", "~~~ html\na", "    code\n\n\tcode", "a\n\n    code", "<div>\n\n*a*\n\n</div>",
    "+++\ntitle = \"a\"\n+++\n\nb", "---\ntitle: a\n---\n\nb", "[a]: http://b.org\n\n[a]", "[^1]: a\n\nb[^1]",
    "We meet:\n\n- at noon\n- at six\n  or *later*\n\nand go", "- a\n  - b\n    - c", "- [ ] a\n- [x] b", "1. a\n1. b\n5. c",
    "a\n: term\n\n: term", "term\n~ term", "$$\na\n$$", "> a\n>\n> b\nc", "a\\\nb  \nc", "- a\n<img src=x onerror=y>",
    "::: a\nb\n:::", "<!-- a\n\n--> b", "a  b\n-- --\n1  2", "+---+---+\n| a | b |\n+---+---+", "| a\n| b", "a\n* b\n+ c\n- d",
    "![a\n](http://b.org)", "[a\n](http://b.org)", "*a\nb*", "`a\nb`", "- \n- \n-", "-\ta\n-\tb", "%\n% a\n% b",
    "http://a.org/_b\n_c www.a.org/~d~\n<img src=e>", "<https://a.b\n>", "a\n\n\n\n- b\n\n\n- c", "- a\n\n      code", "-     a",
]


def hostile():
    """Returns all texts: each piece, pairs of pieces, and texts of several lines."""
    yield from PIECES
    for at, piece in enumerate(PIECES):
        other = PIECES[(at * 7 + 3) % len(PIECES)]
        yield f"{piece}{other}" if at % 2 else f"a {piece} {other} b"
    yield from LONG


TEXTS = list(dict.fromkeys(hostile()))


def meeting(number, texts):
    """Has a meeting in which these texts are typed, and returns its pages and what they must show."""
    folder = f"{WORK}/hostile{number}"
    os.makedirs(folder)
    # A name may not have signs that nobody sees.
    name = texts[0].replace("\n", " ").replace('"', "'").replace("\\", "/")
    name = "".join(it for it in name if unicodedata.category(it) not in ("Cf", "Cc", "Mn")).strip()
    with open(f"{folder}/circle.toml", "w") as file:
        file.write(f'name = "{name}"\nrules.steps = "essential"\nrules.attribution = "all"\n'
                   'member = [{ name = "Ana" }, { name = "Ben" }, { name = "*Chen*" }, { name = "<b>Dana" }]\n')
    script = ["/at 2026-09-05T19:00+02:00", "all + [Zoe] &lt; (guest)", "ok", "ok"]
    minutes, page = [name, "*Chen*", "<b>Dana", "[Zoe] &lt;"], [name]
    for at, text in enumerate(texts):
        one = " ".join(text.split())
        block = ['"""', *text.split("\n"), '"""']
        title = f"{one} {at}"
        script += [f"decide {title}", "text", *block, f"measure x{one}", "ok", f"@Ana o {one}", f"@Ben c {one}",
                   "ok", "ok", f"withdraw Ana {one}", "ok", "ok", "ok", "ok", "ok", "ok", "/note", *block, f"/note {one}",
                   f"/action Ana: {one}", f"/topic {one} topic {at}",
                   f"decide {one} later {at}", "text", *block, "/postpone 2026-10-03"]
        minutes += [title, text, one, f"x{one}", f"{one} topic {at}", f"{one} later {at}"]
        page += [title, text, f"x{one}", f"{one} later {at}"]
    script += ["close", "ok"]
    with open(f"{folder}/script.txt", "w") as file:
        file.write("\n".join(script) + "\n")

    def run(*args):
        ran = subprocess.run([ROUNDS, *args], cwd=folder, capture_output=True, text=True)
        assert ran.returncode == 0, (args, ran.stderr, texts)
        return ran.stdout

    run("meet", "--script", "script.txt")
    with open(f"{folder}/meetings/2026-09-05.md") as file:
        yield "minutes", file.read().split("\n+++\n\n", 1)[1], minutes
    yield "agenda", run("agenda", "--on", "2027-09-05"), page
    yield "page", run("export", "md"), page


def renderers():
    """Returns each renderer that is there, by its name; says of the others why they are skipped."""
    try:
        import cmarkgfm
        from cmarkgfm.cmark import Options
        extensions = ["table", "autolink", "strikethrough", "tasklist"]
        options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
        yield "cmark-gfm", lambda text: cmarkgfm.cmark.markdown_to_html_with_extensions(text, options, extensions)
    except ImportError as err:
        print(f"exports: cmark-gfm skipped: {err}")
    try:
        from markdown_it import MarkdownIt
        import mdit_py_plugins
        from mdit_py_plugins import (amsmath, attrs, container, deflist, dollarmath, footnote, front_matter, tasklists)
        rich = MarkdownIt("gfm-like", {"html": True, "linkify": True})
        rich.use(footnote.footnote_plugin).use(deflist.deflist_plugin).use(tasklists.tasklists_plugin)
        rich.use(dollarmath.dollarmath_plugin, allow_space=False).use(amsmath.amsmath_plugin).use(front_matter.front_matter_plugin)
        rich.use(attrs.attrs_plugin).use(attrs.attrs_block_plugin).use(container.container_plugin, "a")
        yield "markdown-it", rich.render
        yield "markdown-it (CommonMark)", MarkdownIt("commonmark").render
    except ImportError as err:
        print(f"exports: markdown-it skipped: {err}")
    pandoc = shutil.which("pandoc")
    if not pandoc:
        try:
            import pypandoc
            pandoc = pypandoc.get_pandoc_path()
        except (ImportError, OSError) as err:
            print(f"exports: pandoc skipped: {err}")
    for form in ["gfm", "markdown", "commonmark_x"] if pandoc else []:
        def render(text, form=form):
            command = [pandoc, "-f", form, "-t", "html", "--wrap=none"]
            return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout
        yield f"pandoc {form}", render


ELEMENTS = {"html", "head", "body", "h1", "h2", "h3", "p", "ul", "li", "blockquote", "strong", "br", "a"}


def solid(text):
    """Takes out blanks, marks of lists, and what renderers set nicely."""
    for nice, plain in [("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'"), ("–", "--"), ("—", "---"), ("…", "...")]:
        text = text.replace(nice, plain)
    return re.sub(r"[\s\-]", "", text)


def problems(markdown, html, typed):
    """Returns what is wrong with a rendered page."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    found, count = [], Counter()
    for element in tree.iter():
        if not isinstance(element.tag, str):
            found.append("a comment")
            continue
        count[element.tag] += 1
        if element.tag not in ELEMENTS:
            found.append(f"<{element.tag}>")
        seen = "".join(element.itertext())
        for key, value in element.attrib.items():
            if element.tag == "a" and key == "href":
                plain = {"", "http://", "https://", "mailto:"}
                same = any(unquote(value) == start + unquote(seen) for start in plain)
                if not same or re.match(r"(javascript|vbscript|data):", value, re.I):
                    found.append(f"a link to {value} seen as {seen}")
            elif not (element.tag == "a" and key == "class" and value in ("uri", "email")
                      or element.tag in ("h1", "h2", "h3") and key == "id"):
                found.append(f"{element.tag} {key}={value}")
    rows = markdown.split("\n")
    for what, pattern, elements in [("headings", r"#{1,3} ", ["h1", "h2", "h3"]), ("items", r"(> | *)- ", ["li"])]:
        written = sum(bool(re.match(pattern, row)) for row in rows)
        there = sum(count[it] for it in elements)
        if written != there:
            found.append(f"{there} {what}, {written} written")
    seen = solid("".join(tree.itertext()))
    found += [f"not seen: {it!r}" for it in typed if solid(it) not in seen]
    return found


def main():
    failures, pages, known = Counter(), 0, list(renderers())
    several = [TEXTS[at:at + 8] for at in range(0, len(TEXTS), 8)]
    for number, texts in enumerate(several):
        for page, markdown, typed in meeting(number, texts):
            pages += 1
            for name, render in known:
                found = problems(markdown, render(markdown), typed)
                failures[name] += len(found)
                for it in found[:5]:
                    print(f"exports: {name}: {page} {number}: {it}")
    names = ", ".join(name for name, _ in known)
    print(f"exports: {len(TEXTS)} hostile texts on {pages} pages in {names}: {sum(failures.values())} failures")
    sys.exit(bool(failures.total()))


main()
