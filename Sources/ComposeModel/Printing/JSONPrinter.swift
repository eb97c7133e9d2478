import OrderedCollections

/// Writes a loaded project as JSON, as Go's `encoding/json` does it for Docker Compose.
struct JSONPrinter {
  private var output: [UInt8] = []
  private let isIndented: Bool
  private let escapesDollars: Bool
  private var depth = 0

  /// The text of `value`, which stands at a place of `shape`; indented, each entry has a line of its own.
  static func text(
    of value: YAMLValue,
    _ shape: Shape?,
    isIndented: Bool,
    escapingDollars escapesDollars: Bool
  ) -> [UInt8] {
    var printer = JSONPrinter(isIndented: isIndented, escapesDollars: escapesDollars)
    printer.value(value, shape, under: "")
    return printer.output
  }

  private init(isIndented: Bool, escapesDollars: Bool) {
    self.isIndented = isIndented
    self.escapesDollars = escapesDollars
  }

  /// What the reference writes where nothing stands.
  private static let always: [String: YAMLValue] = [
    "command": .null, "entrypoint": .null, "resources": [:], "placement": [:], "ipam": [:], "exec": [:],
  ]

  private mutating func value(_ value: YAMLValue, _ shape: Shape?, under key: String) {
    switch value {
    case .null: write("null")
    case .bool(let flag): write(flag ? "true" : "false")
    case .int(let number): write("\(number)")
    case .float(let number): write(GoNumber.json(number))
    case .string(let text): string(text, escapingDollars: escapesDollars)
    case .sequence(let items):
      list("[", items, "]") { printer, item in printer.value(item, shape?.item, under: key) }
    case .mapping(let pairs):
      list("{", Self.ordered(pairs, shape), "}") { printer, pair in
        // Variables are never resolved in a key.
        printer.string(Self.name(pair.key, under: key), escapingDollars: false)
        printer.write(printer.isIndented ? ": " : ":")
        printer.value(pair.value, pair.shape, under: pair.key)
      }
    }
  }

  /// The pairs of a mapping: attributes in their order and without extensions, names sorted by their bytes.
  private static func ordered(_ pairs: OrderedDictionary<String, YAMLValue>, _ shape: Shape?) -> [OrderedPairs.Pair] {
    let precedes: (String, String) -> Bool = { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard let keys = shape?.keys else { return OrderedPairs(of: pairs, shape, by: precedes).pairs }
    if keys["services"] != nil {
      return pairs.elements.map { ($0.key, $0.value, keys[$0.key]) }.sorted { precedes($0.key, $1.key) }
    }
    return keys.compactMap { key, shape in
      let value = pairs[key] ?? always[key]
      // A limit of nothing is written in YAML only.
      return value == 0 && (key == "soft" || key == "hard") ? nil : value.map { (key, $0, shape) }
    }
  }

  /// Limits of devices have their names from the reference's source, where they are written in capitals.
  private static func name(_ key: String, under parent: String) -> String {
    guard parent.hasPrefix("device_") || parent == "weight_device", parent != "device_ids" else { return key }
    return switch key {
    case "path": "Path"
    case "rate": "Rate"
    case "weight": "Weight"
    default: key
    }
  }

  private mutating func list<Item>(
    _ opening: String,
    _ items: [Item],
    _ closing: String,
    _ body: (inout JSONPrinter, Item) -> Void
  ) {
    write(opening)
    depth += 1
    for (index, item) in items.enumerated() {
      if index > 0 { write(",") }
      breakLine()
      body(&self, item)
    }
    depth -= 1
    if !items.isEmpty { breakLine() }
    write(closing)
  }

  private mutating func breakLine() {
    guard isIndented else { return }
    output.append(Mark.lineFeed)
    output.append(contentsOf: repeatElement(Mark.space, count: depth * 2))
  }

  private mutating func string(_ text: String, escapingDollars escapesDollars: Bool) {
    write("\"")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": write("\\\(scalar)")
      case "\n": write("\\n")
      case "\r": write("\\r")
      case "\t": write("\\t")
      case "\u{08}": write("\\b")
      case "\u{0C}": write("\\f")
      case "$" where escapesDollars: write("$$")
      case "<", ">", "&", "\u{2028}", "\u{2029}", "\u{00}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        write("\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)")
      default: output.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
      }
    }
    write("\"")
  }

  private mutating func write(_ text: String) { output.append(contentsOf: text.utf8) }
}
