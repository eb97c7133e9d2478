import CLibYAMLEvents
import Workload

// The floor: every event of the file, each thrown away.
Measurement.run(arguments: CommandLine.arguments) { text in
  var count = 0
  var text = text
  text.withUTF8 { bytes in
    var parser = unsafe yaml_parser_t()
    guard unsafe yaml_parser_initialize(&parser) == 1 else { return }
    defer { unsafe yaml_parser_delete(&parser) }
    unsafe yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
    var event = unsafe yaml_event_t()
    while unsafe yaml_parser_parse(&parser, &event) == 1 {
      let last = unsafe event.type == YAML_STREAM_END_EVENT
      unsafe yaml_event_delete(&event)
      count += 1
      if last { break }
    }
  }
  return count
}
