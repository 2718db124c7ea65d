"""Valid TOML 1.0 documents: every kind of value in every kind of place, and every construct."""

from pathlib import Path

VALUES = Path(__file__).with_name("toml_values.txt").read_text(encoding="utf-8").splitlines()

VALUES_OVER_LINES = [
    '"""\na"""',
    '"""\n\n  a\n  "b"\n"""',
    '"""a \\\n   b\\\n\n  c"""',
    '"""a \\  \n   b"""',
    '"""\\\n"""',
    '"""\nx = 1\n[t]\n# no\n"""',
    "'''\na\\\n'''",
    "'''\n''a''\nx = 2\n'''",
    '"""中文\n全角“引号”\n"""',
    "[\n1,\n2,\n]",
    "[ # first\n1, # one ] , [\n\n# between\n2\n# last\n]",
    '[\n\t"a",\n\t["b",\n\t"c"], # "\n]',
    "[\n{ a = 1 },\n{ a = [\n2, 3\n] },\n]",
    "[ \"\"\"\n]\"\"\", '''\n''' ]",
    "{ a = [\n1\n] }",
]

PLACES = {
    "root": "x = {}\n",
    "no blanks": "x={}",
    "many blanks": "\t x \t=\t {} \t\n",
    "comment after": "x = {} # x = 1, ]\ny = 1\n",
    "in a table": "[t.u]\na = 0\nx = {}\nb = 2\n",
    "dotted key": "t . u.x = {}\nt.u.y = 1\n",
    "quoted key": '"x.y" = {}\n\'y z\'."\\u4e2d文" = 1\n',
    "in an array": "x = [{}, {}]\ny = 1\n",
    "in an array over lines": "x = [ # [\n  {}, # ]\n  {},\n]\n",
    "in an inline table": "x = {{ a = 1, b.c = {}, d = {} }}\n",
    "in an array of tables": "[[t]]\nx = {}\n[[t]]\nx = {}\n[t.u]\nx = {}\n",
    "after wide characters": "中 = 1\n".replace("中", '"中文，"') + 'x = [ "全角", {} ]\n',
}

STRUCTURES = [
    "",
    "\n\n",
    "# only a comment",
    "#\n# two\n",
    "\t \n",
    "a = 1\n\n\n# x\n  b = 2",
    "1234 = 1\n-_ = 2\n3.14 = 3\n",
    "true = 1\ninf = 2\n1979-05-27 = 3\n",
    '"" = 1\n',
    "'' = 1\n",
    '"a\\tb" = 1\n"\\"" = 2\n\'"x\' = 3\n',
    '"\\u4e2d\\U0001F600" = "x"\n',
    '"a.b".c = 1\n"a" . "b.c" = 2\n',
    "a.b.c = 1\na.b.d = 2\na.e = 3\nf = 4\n",
    "a.a.a = 1\na.a.b.a = 2\n",
    "a.b = {}\na.c = []\na.d = [{ e.f = 1 }]\n",
    "[a]\n",
    "[ a ]\n[ b . c ]\n[ d.'e' . \"f g\" ] # [x]\n",
    "[a]\n[b]\n[a.b]\n",
    "[a.b.c]\nx = 1\n[a]\ny = 2\n[a.b]\nz = 3\n",
    '[a."b.c"]\nx = 1\n[a."]"]\nx = 2\n[\'#\']\nx = 3\n',
    "[a]\nb.c = 1\n[a.d]\nb.c = 2\n",
    "[a]\nb.c.d = 1\nb.c.e = 2\nb.f = 3\n[g]\nb.c.d = 1\n",
    "a = 1\n[b]\na = 1\n[b.b]\na = 1\n",
    "[[a]]\n",
    "[[a]]\n[[a]]\n[[a]]\nx = 1\n",
    "[[ a . b ]]\nx = 1\n[[ a.b ]] # again\nx = 2\n",
    "[[a]]\nx = 1\n[a.b]\ny = 1\n[[a]]\nx = 2\n[a.b]\ny = 2\n",
    "[[a]]\n[[a.b]]\nx = 1\n[[a.b]]\nx = 2\n[[a]]\n[[a.b]]\nx = 3\n[a.b.c]\ny = 4\n",
    "[[a.b]]\nx = 1\n[a]\ny = 2\n",
    "[a]\n[[a.b]]\nx = 1\n[a.c]\ny = 1\n[[a.b]]\nz = 1\n",
    "[[a]]\nb.c = 1\nb.d = 2\n[[a]]\nb.c = 3\n",
    "[[a]]\n[a.b.c]\nx = 1\n[a.b]\ny = 2\n[[a]]\n[a.b]\nz = 3\n",
    '[["a b".c]]\nx = 1\n[["a b".c]]\nx = 2\n["a b".c."d.e"]\ny = 3\n',
    "[fruit]\napple.color = 1\napple.taste.sweet = true\n[fruit.pear]\nx = 1\n",
    "a = [[{ b = [[1]] }]]\n[c]\nd = [[], [{}]]\n",
    "a = { b = 1 }\n[c]\na = { b = 1 }\n[[d]]\na = { b = 1 }\n",
    'a = { b = "x", c = { d.e = [1, { f = 2 }], "g.h" = 3 } }\n',
    'x = "a"\ny = """\n[not.a.table]\nz = 1\n"""\n[t]\nz = 2\n',
    "x = '''\n[[no]]\n'''\n[[t]]\nx = '''\n# no\n'''\n",
    "title.zh-CN = '标题'\ntitle.en = 'T'\n[area.risk]\ntitle.zh-CN = '风险'\ntitle.en = 'R'\n",
    "[question.q.risk.r]\nif = [{ in = [\"a\"] }]\n[question.q]\ntype = 'owner'\n",
    "a=1\n\n[b]#c\nd=[#e\n1#f\n,#g\n2#h\n]#i\n",
]


def over_all() -> dict[str, str]:
    """Return every document by a name: values in places, structures.

    Also all with CRLF line ends.
    """
    found = {
        f"{place}: {value}": form.format(*[value] * 3)
        for place, form in PLACES.items()
        for value in [*VALUES, *VALUES_OVER_LINES]
    }
    found |= {f"structure: {text[:40]}": text for text in STRUCTURES}
    found |= {f"CRLF {name}": text.replace("\n", "\r\n") for name, text in found.items()}
    return found
