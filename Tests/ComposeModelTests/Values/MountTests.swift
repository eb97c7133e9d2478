import ComposeModel
import Testing

@Suite struct `Mounts` {
  @Test(
    arguments: [
      ("/data", Mount.Kind.volume, nil, "/data", false), ("data:/data", .volume, "data", "/data", false),
      ("./a:/b:ro", .bind, "./a", "/b", true), ("~/a:/b/../c/", .bind, "~/a", "/c", false),
      ("C:\\x:/y", .bind, "C:\\x", "/y", false), ("/a:/b:zz,ro", .bind, "/a", "/b", true),
      ("/a:/b:ro,rw", .bind, "/a", "/b", false), ("a:/b:ro", .bind, "a:/b", "ro", false),
      ("\\\\x:/y", .bind, "\\\\x", "/y", false), ("\\x:/y", .volume, "\\x", "/y", false),
      ("${A:-b:c}:/x", .volume, "${A:-b:c}", "/x", false), (":", .volume, nil, ":", false),
      ("a:", .volume, nil, "a:", false), ("::", .volume, nil, "::", false), ("/.", .volume, nil, "/", false),
      ("é:/y", .volume, nil, "é:/y", false), ("e\u{301}:/y", .volume, "e\u{301}", "/y", false),
      ("ab:\u{301}/y", .volume, "ab", "\u{301}/y", false), ("1:/y", .volume, "1", "/y", false),
      (".\u{301}:/y", .bind, ".\u{301}", "/y", false), ("/a:/b/\u{301}/..", .bind, "/a", "/b", false),
      ("ab:c:ro", .volume, "ab", "c:ro", false), ("ab:./c:ro", .volume, "ab", "c", true),
      ("a}:b", .volume, "a}", "b", false), ("ab:/..", .volume, "ab", "/", false), ("ab:./", .volume, "ab", ".", false),
      ("ab:c/../..", .volume, "ab", "..", false), ("ab:c:/d:ro", .volume, "ab", "c:/d", true),
    ] as [(String, Mount.Kind, String?, String, Bool)]
  )
  func `are read from the short syntax`(
    _ text: String,
    _ kind: Mount.Kind,
    _ source: String?,
    _ target: String,
    _ isReadOnly: Bool
  ) throws {
    #expect(try Mount(parsing: text) == Mount(kind: kind, source: source, target: target, isReadOnly: isReadOnly))
  }

  @Test(
    arguments: [
      ("z", Mount.Options(selinux: .shared)), ("Z,z,Z", .init(selinux: .unshared)), ("nocopy", .init(nocopy: true)),
      ("rslave", .init(propagation: .rslave)), ("shared,private,x", .init(propagation: .private)),
      ("cached,z,rshared,nocopy", .init(selinux: .shared, propagation: .rshared, nocopy: true)), (",", .init()),
      (" z", .init()), ("rprivate", .init(propagation: .rprivate)), ("slave", .init(propagation: .slave)),
    ]
  )
  func `keep their options`(_ text: String, _ options: Mount.Options) throws {
    #expect(try Mount(parsing: "data:/data:\(text)").options == options)
  }

  @Test(arguments: [
    "", "data:", ":/data", "data::/b", "data:/b:ro:x", "a:/b:", "C:\\x:/y:ro:z", ":::", "data:/b:ro:", "data:${A",
  ])
  func `that are none are refused`(_ text: String) {
    #expect(throws: ValueError.self) { try Mount(parsing: text) }
  }

  @Test func `are read again from what they print`() throws {
    try expectSameAgain(
      RandomTexts(
        of: [
          "ab", "c", "C:", "/", "./", "../", ":", ":/d", "~", "${A:-b}", "}", "ro", ":ro", ":z,nocopy", ",rslave", "é",
        ],
        count: 10_000
      ),
      Mount.init(parsing:)
    )
  }

  @Test func `are looked for in any text`() {
    for text in RandomTexts() { #expect((try? Mount(parsing: text).target) != "") }
  }
}
