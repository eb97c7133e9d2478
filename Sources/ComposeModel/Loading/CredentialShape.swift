/// What credentials look like, so that nobody is shown one.
public enum CredentialShape {
  /// Words that make a name a credential's wherever they stand in it.
  private static let words: Set<String> = [
    "password", "passwords", "passwd", "passphrase", "pwd", "secret", "token", "apikey", "credential", "credentials",
  ]
  /// Words that do so at a name's end.
  private static let endings: Set<String> = ["pass", "auth", "jwt", "salt", "otp"]
  private static let pairs: Set<String> = [
    "api key", "private key", "access key", "secret key", "encryption key", "signing key", "master key", "app key",
    "license key", "auth key", "shared key", "account key", "storage key",
  ]
  /// Last words of names that say something about a credential and hold none.
  private static let aspects: Set<String> = [
    "file", "path", "dir", "url", "uri", "host", "port", "length", "name", "enabled", "disabled", "required", "type",
    "method", "mode", "policy", "provider", "algorithm", "ttl", "expiry", "expires", "expiration", "lifetime",
    "timeout", "days", "hours", "minutes", "seconds", "min", "max", "count", "size", "header", "issuer", "audience",
  ]

  /// Whether a variable or attribute named `key` holds a credential; a name that ends in `FILE` or `PATH` names a place.
  public static func isCredential(key: String) -> Bool {
    let parts = key.prefix(256).split { !$0.isLetter && !$0.isNumber }.flatMap(Self.camelParts).map { $0.lowercased() }
    guard let last = parts.last, !aspects.contains(last) else { return false }
    if endings.contains(last) || parts.contains(where: { words.contains($0) || isCompound($0) }) { return true }
    return zip(parts, parts.dropFirst()).contains { pairs.contains("\($0) \($1)") }
  }

  /// Whether a value is only a reference to a variable, which gives nothing away; one with a default does.
  public static func isReference(_ value: String) -> Bool {
    guard value.hasPrefix("$") else { return false }
    let isBraced = value.hasPrefix("${") && value.hasSuffix("}")
    let body = isBraced ? value.dropFirst(2).dropLast() : value.dropFirst()
    let name = body.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    let rest = body.dropFirst(name.count)
    guard !name.isEmpty else { return false }
    return rest.isEmpty || isBraced && (rest == "-" || rest == ":-" || rest.hasPrefix("?") || rest.hasPrefix(":?"))
  }

  /// The places of credentials in a YAML or dotenv file, sorted.
  ///
  /// Values of credential-shaped keys, also in comments and in text that looks like settings, the password in
  /// `scheme://user:password@host`, and private keys.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  public static func redactions(in bytes: [UInt8], file: String) -> [Range<Int>] {
    let isYAML = file.hasSuffix(".yaml") || file.hasSuffix(".yml")
    let named = isYAML ? yamlValues(bytes, file) : dotenvValues(bytes, file)
    return (named + addressPasswords(bytes) + privateKeys(bytes)).sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Words written together, as in `DBPASSWORD`.
  private static func isCompound(_ word: String) -> Bool {
    ["password", "passwd", "secret", "token", "apikey"].contains { word.hasSuffix($0) }
  }

  private static func camelParts(_ word: Substring) -> [Substring] {
    var parts: [Substring] = []
    var start = word.startIndex
    var previous: Character?
    for index in word.indices {
      if let previous, previous.isLowercase, word[index].isUppercase {
        parts.append(word[start..<index])
        start = index
      }
      previous = word[index]
    }
    return parts + [word[start...]]
  }
}
