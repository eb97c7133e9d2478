import OrderedCollections
import SourceDiagnostics

extension CanonicalPass {
  /// `data:/var/lib/data:ro` as type, source and target.
  static func mounts(_ value: inout SourcedValue, _ context: inout LoadingContext) {
    value.changeEach { item in
      guard let text = item.text else { return }
      do throws(ValueError) {
        let mount = try Mount(parsing: text)
        warnOfDrive(text, item, &context)
        item = long(mount, like: item)
      } catch {
        context.error(
          .badVolume,
          error.description,
          [item.label()],
          help: "write `\"data:/path\"` or `\"./folder:/path\"`"
        )
      }
    }
  }

  /// A volume's name of one letter is taken for a Windows drive.
  private static func warnOfDrive(_ text: String, _ item: SourcedValue, _ context: inout LoadingContext) {
    guard let letter = text.first, letter.isLetter, text.dropFirst().hasPrefix(":/") else { return }
    context.warn(
      .driveLetter,
      "`\(letter):` in `\(text)` is read as a Windows drive, not as a volume",
      [item.label()],
      help: "give the volume a name of two letters or more, or use the long form"
    )
  }

  private static func long(_ mount: Mount, like item: SourcedValue) -> SourcedValue {
    let yes = SourcedValue(.scalar(.bool(true)), item.origin)
    var pairs: OrderedDictionary<String, SourcedValue> = ["type": SourcedValue(mount.kind.rawValue, like: item)]
    pairs["source"] = mount.source.map { SourcedValue($0, like: item) }
    pairs["target"] = SourcedValue(mount.target, like: item)
    if mount.isReadOnly { pairs["read_only"] = yes }
    // The reference doesn't look closely at texts of one or two bytes.
    if (item.text ?? "").utf8.count > 2 { pairs[mount.kind.rawValue] = SourcedValue([:], like: item) }
    var long = SourcedValue(pairs, like: item)
    if let label = mount.options.selinux?.rawValue {
      long.set("selinux", of: "bind", to: SourcedValue(label, like: item))
    }
    if let propagation = mount.options.propagation?.rawValue {
      long.set("propagation", of: "bind", to: SourcedValue(propagation, like: item))
    }
    if mount.options.nocopy { long.set("nocopy", of: "volume", to: yes) }
    return long
  }
}

extension SourcedValue {
  /// Sets `key` of the mapping at `parent`, which is made where there is none.
  fileprivate mutating func set(_ key: String, of parent: String, to value: SourcedValue) {
    setDefaultMapping(parent)
    change(parent) { $0[key] = value }
  }
}
