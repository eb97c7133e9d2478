/// One change to a YAML file, at a path.
///
/// Paths count from the root of the file's first document and name what is written there: an edit never reaches through
/// an alias or a merge key.
public enum Edit: Sendable, Hashable {
  /// Gives what stands at the path this value.
  case set(YAMLPath, YAMLValue)
  /// Adds a key to a mapping, or an item to a sequence before the index that ends the path; the place is a mapping's.
  case insert(YAMLPath, YAMLValue, at: Place)
  /// Adds an item at the end of the sequence at the path.
  case append(YAMLPath, YAMLValue)
  /// Gives the key that ends the path another name.
  case rename(YAMLPath, to: String)
  /// Removes the key or item at the path, with the comment lines directly above it and the comment beside it.
  case remove(YAMLPath)

  /// Where in a mapping a new key goes.
  public enum Place: Sendable, Hashable {
    /// After all others.
    case last
    /// Before all others.
    case first
    /// Directly before a key.
    case before(String)
    /// Directly after a key.
    case after(String)
  }

  /// What it is about.
  public var path: YAMLPath {
    switch self {
    case .set(let path, _), .insert(let path, _, _), .append(let path, _), .rename(let path, _), .remove(let path): path
    }
  }

  /// The word for what it does.
  public var operation: String {
    switch self {
    case .set: "set"
    case .insert: "insert"
    case .append: "append"
    case .rename: "rename"
    case .remove: "remove"
    }
  }

  /// The value it brings, if any.
  public var value: YAMLValue? {
    switch self {
    case .set(_, let value), .insert(_, let value, _), .append(_, let value): value
    case .rename, .remove: nil
    }
  }
}

extension Edit: CustomStringConvertible {
  /// What it does, as on a command line and without the value: `set services.web.image`.
  public var description: String { "\(operation) \(path)" }
}
