public import OrderedCollections

// What a service runs, as whom, and with which variables.
extension Service {
  /// The image as written.
  public var image: String? { text("image") }
  /// How its image is built.
  public var build: Build? { part("build") }
  /// When its image is pulled.
  public var pullPolicy: String? { text("pull_policy") }
  /// How old a pulled image may be.
  public var pullRefreshAfter: String? { text("pull_refresh_after") }
  /// The platform it runs on.
  public var platform: String? { text("platform") }
  /// What runs instead of the image's command.
  public var command: [String]? { words("command") }
  /// What runs instead of the image's entry point.
  public var entrypoint: [String]? { words("entrypoint") }
  /// The directory it runs in.
  public var workingDirectory: String? { text("working_dir") }
  /// The user it runs as.
  public var user: String? { text("user") }
  /// Further groups of the user.
  public var additionalGroups: [String] { texts("group_add") }
  /// Its variables, those of `env_file` included; nil is the deploying machine's value.
  public var environment: OrderedDictionary<String, String?> { variables("environment") }
  /// The files its variables are read from.
  public var environmentFiles: [EnvironmentFile] { parts("env_file") }
  /// Its labels, those of `label_file` included.
  public var labels: OrderedDictionary<String, String> { textsByName("labels") }
  /// The files its labels are read from.
  public var labelFiles: [String] { texts("label_file") }
  /// Notes for the engine.
  public var annotations: OrderedDictionary<String, String> { textsByName("annotations") }
  /// Whether its input stays open.
  public var isInputOpen: Bool { flag("stdin_open") ?? false }
  /// Whether it has a terminal.
  public var hasTerminal: Bool { flag("tty") ?? false }
  /// Whether an init process reaps its children, where it is said.
  public var runsInit: Bool? { flag("init") }
  /// Whether its output is shown, where it is said.
  public var isAttached: Bool? { flag("attach") }
  /// What stands in for a container.
  public var provider: Provider? { part("provider") }
  /// The models it uses, by their keys.
  public var models: OrderedDictionary<String, ModelUse> { partsByName("models") }
  /// The image, when what is written is a reference.
  public var imageReference: ImageReference? { image.flatMap { try? ImageReference(parsing: $0) } }
  /// The paths of the files its variables are read from.
  public var envFiles: [String] { environmentFiles.compactMap(\.path) }
  /// What is carried over from the host while it is developed.
  public var watches: [Watch] { (attributes.pairs["develop"]?.pairs["watch"]?.items ?? []).map(Watch.init) }
}
