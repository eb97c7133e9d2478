/// One change to a YAML file, at a path.
///
/// Paths count from the root of the YAML document that is edited, the file's first unless another is asked for, and name
/// what is written there: an edit never reaches through an alias or a merge key.
public enum Edit: Sendable, Hashable {
  /// Gives what stands at the path this value.
  case set(YAMLPath, YAMLValue)
  /// Adds a key to a mapping, or an item to a sequence.
  ///
  /// A path that ends in an index names the item to stand before, or the number of items for the end. With a place other
  /// than ``Place/last`` a path may name the sequence itself.
  case insert(YAMLPath, YAMLValue, at: Place)
  /// Adds an item at the end of the sequence at the path.
  case append(YAMLPath, YAMLValue)
  /// Gives the key that ends the path another name.
  case rename(YAMLPath, to: String)
  /// Gives a key in its mapping, or an item in its sequence, another place, with the comments that belong to it.
  case move(YAMLPath, to: Place)
  /// Removes the key or item at the path, with the comment lines directly above it and the comment beside it.
  case remove(YAMLPath)
  /// Gives the key or item at the path this comment, in the place of the one it has there; nil removes it.
  ///
  /// The text comes with or without `# `; above it may have several lines. Comment lines that begin a file speak of all of
  /// it and stay.
  case comment(YAMLPath, String?, at: CommentPlace)

  /// What it is about.
  public var path: YAMLPath {
    switch self {
    case .set(let path, _), .insert(let path, _, _), .append(let path, _), .rename(let path, _), .move(let path, _),
      .remove(let path), .comment(let path, _, _):
      path
    }
  }

  /// The word for what it does.
  public var operation: String {
    switch self {
    case .set: "set"
    case .insert: "insert"
    case .append: "append"
    case .rename: "rename"
    case .move: "move"
    case .remove: "remove"
    case .comment: "comment"
    }
  }

  /// The value it brings, if any.
  public var value: YAMLValue? {
    switch self {
    case .set(_, let value), .insert(_, let value, _), .append(_, let value): value
    case .rename, .move, .remove, .comment: nil
    }
  }
}

extension Edit: CustomStringConvertible {
  /// What it does, as on a command line and without the value: `set services.web.image`.
  public var description: String { "\(operation) \(path)" }
}
