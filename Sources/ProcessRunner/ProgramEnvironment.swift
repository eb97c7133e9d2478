/// The variables a program sees: all of them, because nothing is inherited.
public struct ProgramEnvironment: Sendable, Hashable {
  /// The variables by name.
  public var variables: [String: String]

  /// Gives exactly `variables`.
  public init(_ variables: [String: String] = [:]) { self.variables = variables }

  /// Gives those of `environment` that `names` lists, and no other.
  public static func only(_ names: [String], of environment: [String: String]) -> ProgramEnvironment {
    ProgramEnvironment(environment.filter { names.contains($0.key) })
  }

  /// The same with `value` for `name`.
  public func setting(_ name: String, to value: String) -> ProgramEnvironment {
    var copy = self
    copy.variables[name] = value
    return copy
  }
}

extension ProgramEnvironment: ExpressibleByDictionaryLiteral {
  /// Gives exactly these variables; a name that comes twice keeps its last value.
  public init(dictionaryLiteral elements: (String, String)...) {
    self.init(Dictionary(elements, uniquingKeysWith: { $1 }))
  }
}

extension ProgramEnvironment: CustomStringConvertible {
  /// The names alone: values may be secrets.
  public var description: String { variables.keys.sorted().joined(separator: " ") }
}
