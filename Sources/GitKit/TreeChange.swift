/// One path at which two trees differ; directories themselves are not listed.
public struct TreeChange: Sendable, Hashable {
  /// The path from the root, with slashes.
  public let path: String
  /// What was there, nil if nothing was.
  public let old: TreeEntry?
  /// What is there now, nil if nothing is.
  public let new: TreeEntry?

  /// Makes a change; one of the two sides isn't nil.
  public init(path: String, old: TreeEntry?, new: TreeEntry?) {
    self.path = path
    self.old = old
    self.new = new
  }
}
