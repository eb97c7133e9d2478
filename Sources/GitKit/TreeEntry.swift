/// One entry of a tree.
public struct TreeEntry: Sendable, Hashable {
  /// Its name, without a slash.
  public let name: String
  /// The blob, tree or commit it names.
  public let id: ObjectID
  /// What it is.
  public let mode: FileMode

  /// Makes an entry.
  public init(name: String, id: ObjectID, mode: FileMode) {
    self.name = name
    self.id = id
    self.mode = mode
  }
}
