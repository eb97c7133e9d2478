import OrderedCollections
import SourceDiagnostics

extension CanonicalPass {
  /// `data:/var/lib/data:ro` as type, source and target; a later mount of the same target replaces an earlier one.
  static func mounts(_ value: SourcedValue, _ context: inout LoadingContext) -> SourcedValue {
    var out = value
    var mounts: [SourcedValue] = []
    for item in value.items {
      guard let text = item.text else {
        mounts.append(long(item, &context))
        continue
      }
      do throws(ValueError) {
        let short = try Mount.short(text)
        warnOfDrive(text, item, &context)
        mounts.append(long(short, like: item))
      } catch {
        context.error(
          .badVolume,
          error.description,
          [item.label()],
          help: "write `\"data:/path\"` or `\"./folder:/path\"`"
        )
      }
    }
    out.items = CanonicalForm.unique(mounts) { $0["target"]?.text ?? "" }
    return out
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

  /// A mount in the long form, its target without doubled and climbing parts.
  private static func long(_ item: SourcedValue, _ context: inout LoadingContext) -> SourcedValue {
    var out = item
    if let target = item["target"], let path = target.text, !path.isEmpty {
      out["target"] = SourcedValue(Mount.cleaned(path), like: target)
    }
    if var memory = item["tmpfs"], let size = memory["size"] {
      memory["size"] = bytes(size, &context)
      out["tmpfs"] = memory
    }
    if let flag = item["read_only"]?.flag, let value = item["read_only"] {
      out["read_only"] = flag ? SourcedValue(.scalar(.bool(true)), value.origin, key: value.key) : nil
    }
    return out
  }

  private static func long(_ short: (mount: Mount, options: [String]), like item: SourcedValue) -> SourcedValue {
    let mount = short.mount
    var pairs: OrderedDictionary<String, SourcedValue> = ["type": SourcedValue(mount.kind.rawValue, like: item)]
    pairs["source"] = mount.source.map { SourcedValue($0, like: item) }
    pairs["target"] = SourcedValue(mount.target, like: item)
    if mount.isReadOnly { pairs["read_only"] = SourcedValue(.scalar(.bool(true)), item.origin) }
    for option in short.options {
      switch option {
      case "z", "Z": pairs["bind"] = adding("selinux", SourcedValue(option, like: item), to: pairs["bind"], item)
      case "private", "rprivate", "shared", "rshared", "slave", "rslave":
        pairs["bind"] = adding("propagation", SourcedValue(option, like: item), to: pairs["bind"], item)
      case "nocopy":
        pairs["volume"] = adding("nocopy", SourcedValue(.scalar(.bool(true)), item.origin), to: pairs["volume"], item)
      default: break
      }
    }
    return SourcedValue(pairs, like: item)
  }

  private static func adding(
    _ key: String,
    _ value: SourcedValue,
    to mapping: SourcedValue?,
    _ item: SourcedValue
  ) -> SourcedValue {
    var out = mapping ?? SourcedValue([:], like: item)
    out[key] = value
    return out
  }
}
