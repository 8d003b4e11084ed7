package dev.ferry.python.scanning;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sources that mislead scanners. Each is valid for some Python 3, but for the last ones' halves.
 */
final class TrickySources {
  private static final String LISTS =
      """
      import a.b as c, d, e . f as g ; import h
      from . import (a as b, # c
        d,)
      from ...a import *
      from .  .  x . y import z
      from a \\
          .b \\
          import c, \\
          d
      from.import(q)
      from.a.b import c as d;from ..import e
      import a\\
      .b.c
      from \\
        __future__ import annotations
      """;

  private TrickySources() {}

  /** By a name that says what is tricky. */
  static Map<String, byte[]> all() {
    Map<String, byte[]> sources = new LinkedHashMap<>();
    texts().forEach((name, text) -> sources.put(name, text.getBytes(StandardCharsets.UTF_8)));
    sources.put("crlf", LISTS.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    sources.put("cr", LISTS.replace("\n", "\r").getBytes(StandardCharsets.UTF_8));
    sources.put("mark", "\uFEFFimport a.b\nimport c\n".getBytes(StandardCharsets.UTF_8));
    sources.put(
        "latin1", in("ISO-8859-1", "# -*- coding: latin-1 -*-\nx = 'é'; import a.b  # ü\ny = 1\n"));
    sources.put(
        "sjis", in("Shift_JIS", "# coding: shift_jis\nx = 'ソ'; import a.b\nfrom c import d\n"));
    sources.put(
        "gbk", in("GBK", "#!/usr/bin/python\n# vim: set fileencoding=gbk :\nx='誠'; import a\n"));
    sources.put("cp1252", in("windows-1252", "# coding=cp1252\ns = '€'\nimport a, b.c as d\n"));
    return sources;
  }

  private static byte[] in(String charset, String text) {
    return text.getBytes(Charset.forName(charset));
  }

  private static Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("lists", LISTS);
    texts.put(
        "scopes",
        """
        try:
            import a
        except ImportError: import b; import c
        else:
            import d
        finally: from e import f
        if True: import g
        elif 0:
            import h
        else: import i; from j import k
        class C:
        \timport l
        \tdef m(self): import n; return lambda: 0
        \tasync def o(self):
        \t        async with p as q: import r
        \t        async for s in t:
        \t            import u
        def v(w: int = lambda x=1: {1: 2}) -> {"a": 1}: from y import z
        for a1 in b1: import c1
        else:
            import d1
        while x: import e1
        with a as b: import f1
        @decorator
        def g1():
            \"\"\"import nothing\"\"\"
            from h1 import i1
          # a comment of another depth

            import j1
        match k1:
            case 1: import l1
            case [m1, *n1] if o1: import p1
            case {"q1": r1, **s1}:
                import t1
            case u1.v1(w1=x1) | y1.z1(x1):
                import a2
            case b2 as c2: pass
        """);
    texts.put(
        "checking",
        """
        from typing import TYPE_CHECKING
        import typing as t
        if TYPE_CHECKING:
            import a
            if x:
                import b
        elif y:
            import c
        else:
            import d
        if t.TYPE_CHECKING: from e import f
        if (TYPE_CHECKING):
            def g():
                import h
        if not TYPE_CHECKING:
            import i
        if TYPE_CHECKING or j:
            import k
        if f(TYPE_CHECKING):
            import l
        if lambda: TYPE_CHECKING:
            import m
        """);
    texts.put(
        "strings",
        """
        a = 'import b' "import c" r'\\\\' + rb'\\'' + b'\\'import d' + u"x"
        e = '''
        import f
        ''' + \"\"\"
        from g import h \\\"\"\"
        import i
        \"\"\"
        import j
        k = 'l\\
        import m'; import n
        o = f'{p}{{import q}}' f"{r['s']!r:>{t}}" + Rb"u" + fR"\\{v}"
        import w
        x = f\"\"\"{
            y  + '}' + "{"
        }
        import z
        \"\"\"; import a1
        b1 = f'{c1:%H:%M}{d1=}' ; import e1
        f1 = "#" # import g1 '''
        import h1
        i1 = f'\\N{DIGIT ONE}{j1}' '\\
        ' ; import k1
        l1 = not'm1'; import n1
        """);
    texts.put(
        "names",
        """
        a = b = c, (d, *e), [f] = 1
        g: int = 2
        h: "str"
        i += 1
        j.k = l[m] = n().o = 3
        p = (q := 4) + r(s := 5)
        for t, (u, v.w), *x in y: z = 1
        with a1 as b1, c1() as (d1, e1.f1), g1: pass
        with (h1 as i1, j1 as k1,): pass
        if l1 == m1 <= n1: o1 = 1
        else: p1 = lambda q1=1, *r1: r1
        try: t1 = 1
        except u1 as v1: w1 = 1
        import x1.y1, z1 as a2
        from b2 import c2, d2 as e2
        def f2(g2=1):
            h2 = 1
            global i2, j2
        class k2(l2, m2=1):
            n2 = 1
        o2 = 1; del o2
        if p2:
            q2 = 1
            del q2
        r2 = s2 = t2 if u2 else v2
        match = 1
        match[0] = case = type = 2
        match.w2 = 3
        match (x2)
        print(y2, end=z2)
        assert a3, b3
        c3 = [d3 for e3 in f3 if (g3 := e3)]
        h3 = i3 = lambda: (yield)
        x3 = y3 == z3
        async def a4(): b4 = 1
        *c4, d4 = e4
        """);
    texts.put("soft", "match = {}\nmatch, case = 1, 2\ncase: int\ntype: int = 1\nimport a\n");
    texts.put(
        "unicode", "import ñandú.ação as 日本\nfrom ﬁ import ℌ\nx = 'é.è'; import a\nprint('→')\n");
    texts.put("formfeed", "import a\n\fimport b\n \f  \nif x:\n\f    import c\n");
    texts.put("tabs", "if x:\n\tif y:\n\t\timport a\n\tif z:\n\t    import b\n");
    texts.put("no-end", "if x:\n    import a.b");
    texts.put("only-comment", "# import a");
    texts.put("empty", "");
    texts.put("docstring", "'''import a\nimport b'''\nimport c\n");
    texts.put(
        "numbers", "x = 1if y else 0x1for\n".replace("0x1for", "2") + "z = 1_0.e5j\nimport a\n");
    texts.put("backslashes", "\\\nimport a\nx = 1 \\\n  + 2; import b\n");
    texts.put("brackets", "x = [\nfrom_, import_,\n'import a'\n]; import b\n");
    texts.put("semicolons", "import a;\nimport b ; import c ;  # d\nif x: import e;\n");
    texts.put("colons", "x[a:b]: int = {c: d}\nif x[1:2]: import e\nif (lambda: 1)(): import f\n");
    texts.put("aliases", "type X = int\ntype Y[T: (int, str)] = list[T]\ndef f[T](): import a\n");
    texts.put(
        "pep701",
        "x = f\"{a[\"b\"]}\" ; import c\ny = f'{\n'import d' # }\n}'\nimport e\n"
            + "z = f\"{f\"{f\"{1}\"}\"}\"\nimport g\nw = f'{x:{'a'}>{1}}'; import h\n");
    texts.put("templates", "x = t'{a} import b' rt\"\\{c}\"\nimport d\n");
    texts.put("stars", "try:\n    import a\nexcept* (b, c): import d\n");
    return texts;
  }
}
