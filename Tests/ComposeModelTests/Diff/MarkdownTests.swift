import ComposeModel
import Testing

@Suite struct `Markdown around other people's text` {
  @Test(arguments: [
    ("nginx:1.27", "`nginx:1.27`"), ("a`b", "``a`b``"), ("`a`", "`` `a` ``"), ("```", "```` ``` ````"),
    ("", "(nothing)"),
    (" ", "` `"), (" a ", "`  a  `"), ("a\nb", "`a␊b`"), ("\u{1B}[31m", "`␛[31m`"), ("a\u{202E}b", "`a�b`"),
    ("[x](http://evil)", "`[x](http://evil)`"), ("\r\n# heading", "`␍␊# heading`"),
  ])
  func `a code span holds what it is given`(_ text: String, _ markdown: String) {
    #expect(Markdown.code(text) == markdown)
  }

  @Test(arguments: [
    (
      "`db` jumps two major versions of PostgreSQL over the same data",
      "`db` jumps two major versions of PostgreSQL over the same data"
    ),
    ("take a backup first: there is no way back", "take a backup first: there is no way back"),
    ("", ""),
  ])
  func `a sentence of ours stays as it is`(_ sentence: String, _ markdown: String) {
    #expect(Markdown.prose(sentence) == markdown)
  }

  @Test(arguments: [
    "`a` [x](http://evil) `b` jumps", "`a` @everyone `b`", "`a` ![x](y) `b`", "`a` <img src=x> `b`", "`a` #1 `b`",
    "`a` https://evil.example `b`", "`a` www.evil.example `b`", "`a` **b** `c`", "an odd ` one", "`a`\n# b `c`", "1. a",
    "- a",
    "`a` b\\_c `d`", "`a` 日本 `b`", "`a` | b `c`", "`` x ``", "`a` ~~b~~ `c`", "> a", "`a` &lt; `b`",
  ])
  func `a sentence that somebody else had a hand in becomes one code span`(_ sentence: String) {
    #expect(Markdown.prose(sentence) == Markdown.code(sentence))
  }
}
