import ComposeModel
import Testing

@Suite struct `The shape of credentials` {
  @Test(arguments: [
    "PASSWORD", "POSTGRES_PASSWORD", "db_passwd", "API_KEY", "apiKey", "SECRET", "JWT_SECRET", "ACCESS_TOKEN",
    "GF_SECURITY_ADMIN_PASSWORD", "AWS_SECRET_ACCESS_KEY", "PRIVATE_KEY", "APP_KEY", "DBPASSWORD", "NEO4J_AUTH",
    "DB_PASS", "clientSecret", "--password", "GITHUBTOKEN", "SMTP_CREDENTIALS",
  ])
  func `is seen in a key`(_ key: String) { #expect(CredentialShape.isCredential(key: key)) }

  @Test(arguments: [
    "POSTGRES_PASSWORD_FILE", "image", "KEY", "TZ", "PASSENGER_COUNT", "COMPASS", "SECRET_PATH", "MONKEY", "",
    "AUTH_METHOD", "TOKEN_TTL", "PASSWORD_MIN_LENGTH", "NEXTAUTH_URL", "secrets", "OAUTH_PROVIDER", "passthrough",
  ])
  func `isn't seen where there is none`(_ key: String) { #expect(!CredentialShape.isCredential(key: key)) }

  @Test(arguments: ["$A", "${A}", "${A:?set it}", "${A?}", "${A:-}", "${A-}"])
  func `a variable alone gives nothing away`(_ value: String) { #expect(CredentialShape.isReference(value)) }

  @Test(arguments: ["", "$", "${}", "${A:-hunter2}", "${A-hunter2}", "x${A}", "$A/b", "${A:+x}", "hunter2", "$$A"])
  func `anything else may give something away`(_ value: String) { #expect(!CredentialShape.isReference(value)) }

  @Test func `is hidden wherever it stands in a Compose file`() {
    let text = """
      services:
        a:
          environment:
            DB_PASSWORD: hunter2
            REF: ${DB_PASSWORD}
            API_KEY: ${API_KEY}
            OTHER_KEY: ${API_KEY:-x}
            TOKEN: ${TOKEN:-fallback}
            USE_TOKEN: true
            PIN_SECRET: 1234
            URL: postgres://user:sesame@db/x
            SAFE: postgres://user:${PASS}@db/x
          labels: ["token=abc", plain=1]
          command: --password shown --api-key=k1
          # OLD_PASSWORD: hunter1
      configs:
        app:
          content: |
            name = x
            password = "in the text"
      secrets: {key: {file: x}}
      """
    let seen = Set(hidden(text, "a.yaml"))
    #expect(seen.isSuperset(of: ["hunter2", "${TOKEN:-fallback}", "1234", "sesame", "abc", "hunter1", "in the text"]))
    #expect(seen.isDisjoint(with: ["${DB_PASSWORD}", "${API_KEY}", "true", "${PASS}", "x"]))
  }

  @Test func `is hidden in a file of variables`() {
    #expect(Set(hidden("PASSWORD='a b'\nNAME=x\nexport MY_TOKEN=t1 # c\n# SECRET=old\n", ".env")).contains("'a b'"))
    #expect(hidden("NAME=x\nTOKEN=${OTHER}\nSECRET=\n", ".env") == [])
    #expect(hidden("#API_KEY=old\n", ".env") == ["old"])
  }

  @Test func `is hidden in a file that can't be read`() {
    #expect(hidden("- [unclosed\nPASSWORD: x1\n", "a.yaml") == ["x1"])
    #expect(hidden("a: [\nurl: http://u:p1@h\n", "a.yml") == ["p1"])
  }

  @Test func `a private key is hidden as a whole`() {
    let key = "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----"
    #expect(hidden("k: |\n  x\n\(key)\n", "a.txt").contains(key))
    #expect(hidden("-----BEGIN PRIVATE KEY-----\nMIIE", "a.txt") == ["-----BEGIN PRIVATE KEY-----\nMIIE"])
    #expect(hidden("-----BEGIN CERTIFICATE-----\nMIIE", "a.txt") == [])
  }

  @Test(arguments: [
    "", "=", ":", "://", "://@", "password", "password=", "a://:@", "\u{0}token=\u{FF}", "{", "&a [*a]",
  ])
  func `strange files hold no trap`(_ text: String) {
    for file in ["a.yaml", ".env", "x"] {
      for range in CredentialShape.redactions(in: Array(text.utf8), file: file) {
        #expect(range.upperBound <= text.utf8.count)
      }
    }
  }

  private func hidden(_ text: String, _ file: String) -> [String] {
    let bytes = Array(text.utf8)
    return CredentialShape.redactions(in: bytes, file: file).map { String(decoding: bytes[$0], as: UTF8.self) }
  }
}
