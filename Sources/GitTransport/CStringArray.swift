import CLibGit2

/// Texts in the form in which libgit2 takes several at once.
@safe struct CStringArray: ~Copyable {
  private let texts: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let count: Int

  /// Copies `texts`.
  init(_ texts: [String]) {
    unsafe self.texts = .allocate(capacity: texts.count)
    count = texts.count
    for (index, text) in texts.enumerated() {
      let bytes = Array(text.utf8) + [0]
      let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
      // `copy` has room for exactly these bytes, and `texts` for exactly this many copies.
      for (place, byte) in bytes.enumerated() { unsafe (copy + place).initialize(to: CChar(bitPattern: byte)) }
      unsafe (self.texts + index).initialize(to: copy)
    }
  }

  deinit {
    for index in 0..<count { unsafe texts[index]?.deallocate() }
    unsafe texts.deallocate()
  }

  /// Lends the texts to `use`.
  borrowing func withRaw<Result>(_ use: (UnsafePointer<git_strarray>) -> Result) -> Result {
    var raw = unsafe git_strarray(strings: texts, count: count)
    return unsafe use(&raw)
  }
}
