internal import CReferee
internal import ComposeModel

/// Reads files with libyaml.
public enum Referee {
  /// What libyaml makes of `bytes`.
  public static func read(_ bytes: [UInt8]) -> RefereeReading {
    // The parser and the buffer it reads from live as long as the closure.
    unsafe bytes.withUnsafeBufferPointer { buffer in
      var builder = TreeBuilder()
      var parser = unsafe yaml_parser_t()
      guard unsafe yaml_parser_initialize(&parser) == 1 else { return builder.reading }
      defer { unsafe yaml_parser_delete(&parser) }
      unsafe yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      var event = unsafe yaml_event_t()
      while true {
        guard unsafe yaml_parser_parse(&parser, &event) == 1 else {
          builder.reading.problem = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "unknown"
          return builder.reading
        }
        let isLast = unsafe event.type == YAML_STREAM_END_EVENT
        unsafe builder.take(event)
        unsafe yaml_event_delete(&event)
        if isLast { return builder.reading }
      }
    }
  }
}

/// Makes trees of events.
private struct TreeBuilder {
  var reading = RefereeReading()
  private var open: [ReadNode] = []
  private var anchors: Set<String> = []

  /// Takes in one event, whose union is read only by the member that its type names.
  mutating func take(_ event: yaml_event_t) {
    switch unsafe event.type {
    case YAML_DOCUMENT_START_EVENT: anchors = []
    case YAML_ALIAS_EVENT:
      let name = unsafe text(event.data.alias.anchor) ?? ""
      if open.contains(where: { $0.anchor == name }) { reading.hasAliasLoop = true }
      if !anchors.contains(name) { reading.hasUndefinedAlias = true }
      close(ReadNode(.alias, .plain, text: name))
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let text = unsafe String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      let node = unsafe ReadNode(
        .scalar,
        style(scalar.style),
        anchor: self.text(scalar.anchor),
        tag: tag(scalar.tag),
        text: text
      )
      begin(node)
      close(node)
    case YAML_SEQUENCE_START_EVENT:
      let start = unsafe event.data.sequence_start
      let style = unsafe start.style == YAML_FLOW_SEQUENCE_STYLE ? YAMLStyle.flow : .block
      let node = unsafe ReadNode(.sequence, style, anchor: text(start.anchor), tag: tag(start.tag))
      begin(node)
      open.append(node)
    case YAML_MAPPING_START_EVENT:
      let start = unsafe event.data.mapping_start
      let style = unsafe start.style == YAML_FLOW_MAPPING_STYLE ? YAMLStyle.flow : .block
      let node = unsafe ReadNode(.mapping, style, anchor: text(start.anchor), tag: tag(start.tag))
      begin(node)
      open.append(node)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      if let node = open.popLast() { close(node) }
    default: break
    }
  }

  private mutating func begin(_ node: ReadNode) {
    if let anchor = node.anchor { anchors.insert(anchor) }
  }

  private mutating func close(_ node: ReadNode) {
    if open.isEmpty { reading.roots.append(node) } else { open[open.count - 1].children.append(node) }
  }

  private func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    unsafe pointer.map { unsafe String(cString: $0) }
  }

  private func tag(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    let prefix = "tag:yaml.org,2002:"
    return unsafe text(pointer).map { $0.hasPrefix(prefix) ? "!!" + $0.dropFirst(prefix.count) : $0 }
  }

  private func style(_ style: yaml_scalar_style_t) -> YAMLStyle {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }
}
