import PolicyEngine
import SourceDiagnostics
import Testing

@Suite struct `Path patterns` {
  @Test(arguments: [
    ("media/**", "media"), ("media/**", "media/jellyfin"), ("media/**", "media/jellyfin/compose.yaml"),
    ("**", ""), ("**", "a/b/c"), ("*", "a"), ("*/compose.yaml", "media/compose.yaml"),
    ("**/compose.yaml", "compose.yaml"),
    ("**/compose.yaml", "a/b/compose.yaml"), ("a/**/z", "a/z"), ("a/**/z", "a/b/c/z"), ("a/**/b/**/c", "a/b/x/b/c"),
    (".woodpecker*", ".woodpecker.yml"), ("a?c", "abc"), ("a*c*e", "abcde"), ("/media/", "media"), ("*.yaml", ".yaml"),
    ("日*", "日本"), ("[a]", "[a]"),
  ])
  func `a pattern means a path`(_ pattern: String, _ path: String) {
    #expect(PathPattern(pattern).matches(path))
  }

  @Test(arguments: [
    ("media/**", "medias"), ("media/**", "x/media"), ("*", "a/b"), ("*", ""), ("", "a"), ("a?c", "ac"), ("a?c", "a/c"),
    ("*/compose.yaml", "a/b/compose.yaml"), ("a/**/z", "a"), ("[a]", "a"), ("media", "media/jellyfin"),
    ("Media", "media"),
  ])
  func `a pattern doesn't mean a path`(_ pattern: String, _ path: String) {
    #expect(!PathPattern(pattern).matches(path))
  }

  @Test func `a pattern made to be slow isn't`() {
    let pattern = PathPattern(String(repeating: "*a", count: 200) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 5_000)))
    let deep = PathPattern(String(repeating: "**/a/", count: 200) + "b")
    #expect(!deep.matches(String(repeating: "a/", count: 2_000)))
  }
}

@Suite struct `Protected paths` {
  let policy = Policy(protectedPaths: [PathPattern("secrets"), PathPattern("*/keys/**")])

  @Test(arguments: [
    ".longshore", ".longshore/policy.yaml", ".longshore/catalogue/a/b.yaml", ".github/workflows/ci.yml", ".forgejo/x",
    ".gitea/workflows/a.yaml", ".gitlab-ci.yml", ".woodpecker.yml", ".woodpecker/build.yaml", ".gitattributes",
    "media/jellyfin/.gitattributes", ".gitmodules", ".githooks/pre-commit", "docs/CODEOWNERS", "secrets", "secrets/a/b",
    "media/keys/id",
  ])
  func `a path is protected`(_ path: String) {
    #expect(policy.protects(path))
  }

  @Test(arguments: [
    ".LONGSHORE/policy.yaml", ".Longshore/policy.yaml", ".GitHub/workflows/ci.yml", ".longshore./policy.yaml",
    ".longshore /policy.yaml", ".longshore\\policy.yaml", ".long\u{200B}shore/policy.yaml",
    ".long\u{AD}shore/policy.yaml",
    ".l\u{03BF}ngshore/policy.yaml", ".github\u{FE0F}/x", ".g\u{0456}thub/x", ".lo\u{0301}ngshore/x",
    "\u{2024}longshore/x",
    ".\u{FF4C}ongshore/policy.yaml", "SECRETS/a", "secret\u{017F}/a", ".gitmodule\u{0455}",
  ])
  func `a look-alike of a protected path is protected`(_ path: String) {
    #expect(policy.protects(path))
  }

  @Test(arguments: [
    "media/jellyfin/compose.yaml", "longshore/x", "github/workflows", ".longshoreman/x", "x/.longshore/policy.yaml", "",
    "日本語日本語日本語日/compose.yaml", "secret/a", "keys/id", "README.md", ".gitignore", "gitattributes",
  ])
  func `a path is free`(_ path: String) {
    #expect(!policy.protects(path))
  }

  @Test func `no policy file sets a protected path free`() throws {
    let text = "protected: []\npaths: { \"**\": { floating-tag: off } }"
    let policy = try #require(Policy.load(Array(text.utf8), file: "policy.yaml").value)
    #expect(policy.isComplete)
    #expect(policy.protects(".longshore/policy.yaml"))
    #expect(policy.protects(".github/workflows/ci.yml"))
  }
}
