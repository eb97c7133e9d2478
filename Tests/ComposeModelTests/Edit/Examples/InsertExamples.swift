extension EditExample {
  /// New entries stand where they were asked for and look like their neighbours.
  static let insertions: [EditExample] = [
    EditExample("a key where the order has it", "a: 1\nc: 3\nd: 4", "insert b 2 --in-order", "a: 1\nb: 2\nc: 3\nd: 4"),
    EditExample(
      "a key before all others in order",
      "# top\nb: 1\nc: 3",
      "insert a 2 --in-order",
      "# top\na: 2\nb: 1\nc: 3"
    ),
    EditExample("a key where there is no order goes last", "b: 1\na: 3", "insert aa 2 --in-order", "b: 1\na: 3\naa: 2"),
    EditExample(
      "capitals come before small letters",
      "B: 1\na: 2",
      "insert C 3 --in-order --and insert b 4 --in-order",
      "B: 1\nC: 3\na: 2\nb: 4"
    ),
    EditExample(
      "several in order stand in order",
      "a: 1\nz: 9",
      "insert d 4 --in-order --and insert c 3 --in-order --and insert b 2 --in-order",
      "a: 1\nb: 2\nc: 3\nd: 4\nz: 9"
    ),
    EditExample(
      "several items in order stand in order",
      "l: [a, z]",
      "insert l d --in-order --and insert l c --in-order --and insert l '\"b b\"' --in-order",
      "l: [a, b b, c, d, z]"
    ),
    EditExample(
      "a merge key doesn't count in an order",
      "x: &x {z: 1}\nweb:\n  <<: *x\n  b: 1\n  d: 2",
      "insert web.a 0 --in-order",
      "x: &x {z: 1}\nweb:\n  <<: *x\n  a: 0\n  b: 1\n  d: 2"
    ),
    EditExample(
      "an item where the order has it",
      "cap_add:\n- CHOWN # a\n- KILL\n- SYS_TIME",
      "insert cap_add NET_ADMIN --in-order",
      "cap_add:\n- CHOWN # a\n- KILL\n- NET_ADMIN\n- SYS_TIME"
    ),
    EditExample(
      "an item first in a list",
      "ports:\n    # web\n    - \"80:80\"",
      "insert ports '\"22:22\"' --first",
      "ports:\n    - \"22:22\"\n    # web\n    - \"80:80\""
    ),
    EditExample("an item before another", "l:\n- a\n# b\n- b", "insert l x --before 1", "l:\n- a\n- x\n# b\n- b"),
    EditExample("an item after another", "l:\n-  a # a\n-  b", "insert l x --after 0", "l:\n-  a # a\n-  x\n-  b"),
    EditExample("an item within brackets in order", "n: [a, c]", "insert n b --in-order", "n: [a, b, c]"),
    EditExample("an item first within brackets", "n: [ a, c ]", "insert n b --first", "n: [ b, a, c ]"),
    EditExample("a key within braces in order", "n: {a: 1, c: 3}", "insert n.b 2 --in-order", "n: {a: 1, b: 2, c: 3}"),
    EditExample("an item first in an empty list", "n: []", "insert n b --first", "n: [b]"),
    EditExample(
      "a mapping as the first item of a list",
      "l:\n  - name: a\n    x: 1",
      "insert l '{name: b, x: [1, 2]}' --first",
      "l:\n  - name: b\n    x:\n      - 1\n      - 2\n  - name: a\n    x: 1"
    ),
    EditExample(
      "a nested mapping before a key with a comment",
      "services:\n  # db\n  db:\n    image: x",
      "insert services.web '{image: nginx, ports: [\"80:80\"]}' --before db",
      "services:\n  web:\n    image: nginx\n    ports:\n      - 80:80\n  # db\n  db:\n    image: x"
    ),
    EditExample("a key that needs quotes", "a: 1", "insert '\"a: b\"' 2 --first", "\"a: b\": 2\na: 1"),
    EditExample("a key that looks like a number", "a: 1", "insert '\"8080\"' x", "a: 1\n\"8080\": x"),
    EditExample(
      "an item beside a dash offset of its own",
      "l:\n   -  a\n   -  b",
      "append l c",
      "l:\n   -  a\n   -  b\n   -  c"
    ),
    EditExample(
      "line breaks of Windows and no last one",
      "a: 1\nc: 3",
      "insert d 4 --in-order",
      "a: 1\nc: 3\nd: 4",
      lineBreak: "\r\n",
      endsInBreak: false
    ),
  ]
}
