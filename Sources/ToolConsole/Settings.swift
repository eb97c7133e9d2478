import Configuration
import FoundationEssentials

/// What a program was told, from the nearest to the farthest: flags, environment, the repository's file.
///
/// The setting `deploy.state` is the flag's value when there is one, else `LONGSHORE_DEPLOY_STATE`, else what
/// the file says under `deploy: {state: …}`.
public struct Settings: Sendable {
  private let reader: ConfigReader

  /// Layers `flags` over `environment` over `file`, each by dotted names without the `longshore.` prefix.
  public init(
    flags: [String: String?] = [:],
    environment: [String: String] = Settings.processEnvironment,
    file: [String: String] = [:]
  ) {
    reader = ConfigReader(providers: [
      InMemoryProvider(name: "flags", values: Self.values(flags.compactMapValues(\.self))),
      EnvironmentVariablesProvider(environmentVariables: environment.filter { !$0.value.isEmpty }),
      InMemoryProvider(name: "file", values: Self.values(file)),
    ])
    .scoped(to: "longshore")
  }

  /// What `name` is set to.
  public subscript(name: String) -> String? { reader.string(forKey: ConfigKey(name)) }

  /// The variables of this process.
  public static var processEnvironment: [String: String] { ProcessInfo.processInfo.environment }

  private static func values(_ settings: [String: String]) -> [AbsoluteConfigKey: ConfigValue] {
    Dictionary(
      uniqueKeysWithValues: settings.map { name, value in
        (AbsoluteConfigKey(ConfigKey("longshore.\(name)")), ConfigValue(.string(value), isSecret: false))
      }
    )
  }
}
