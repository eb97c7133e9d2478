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
    capAdd.filter { DangerousCapability.danger(of: $0) == nil }.map {
      Right(attribute: "cap_add", words: "the capability \($0.quoted)")
    }
      + devices.filter { !DangerousDevice.isDangerous($0.source) }.map {
        Right(attribute: "devices", words: "the device \($0.source.quoted)")
      }
  }

  /// What it gave up of its own accord.
  var restrictions: [Right] {
    capDrop.map { Right(attribute: "cap_drop", words: "the dropped capability \($0.quoted)") }
      + securityOpt.filter { !Unconfined.isLoose($0) }.map {
        Right(attribute: "security_opt", words: "the security option \($0.quoted)")
      }
      + (readOnly ? [Right(attribute: "read_only", words: "its read-only file system")] : [])
      + (runsAsRoot ? [] : [Right(attribute: "user", words: "its own user")])
  }

  /// Whether its user is root, or not named and so what the image says.
  var runsAsRoot: Bool {
    let name = user.map { $0.prefix { $0 != ":" } }
    return name == nil || name == "root" || name == "0"
  }
}
