import ComposeModel

/// Something a service may do on its host, or may not.
struct Right: Hashable {
  /// The attribute that says so.
  let attribute: String
  /// What it is, as the object of a sentence.
  let words: String
}

extension Service {
  /// What it may do beyond other containers, apart from what has a rule of its own.
  var rights: [Right] {
    let spaces = [
      ("network_mode", "the host's network"), ("pid", "the host's processes"), ("ipc", "the host's shared memory"),
      ("uts", "the host's names"), ("userns_mode", "the host's users"), ("cgroup", "the host's control groups"),
    ]
    return capAdd.map { Right(attribute: "cap_add", words: "the capability \($0.quoted)") }
      + devices.map { Right(attribute: "devices", words: "the device \($0.source.quoted)") }
      + securityOpt.filter(Self.isLoose).map {
        Right(attribute: "security_opt", words: "the security option \($0.quoted)")
      }
      + spaces.filter { attributes.at($0.0)?.word == "host" }.map { Right(attribute: $0.0, words: $0.1) }
  }

  /// What it gave up of its own accord.
  var restrictions: [Right] {
    capDrop.map { Right(attribute: "cap_drop", words: "the dropped capability \($0.quoted)") }
      + securityOpt.filter { !Self.isLoose($0) }.map {
        Right(attribute: "security_opt", words: "the security option \($0.quoted)")
      }
      + (readOnly ? [Right(attribute: "read_only", words: "its read-only file system")] : [])
      + (isRoot ? [] : [Right(attribute: "user", words: "its own user")])
  }

  private var isRoot: Bool {
    let name = user.map { $0.prefix { $0 != ":" } }
    return name == nil || name == "root" || name == "0"
  }

  private static func isLoose(_ option: String) -> Bool {
    let normal = option.replacing("=", with: ":")
    return normal.hasSuffix(":unconfined") || normal == "label:disable" || normal == "no-new-privileges:false"
  }
}
