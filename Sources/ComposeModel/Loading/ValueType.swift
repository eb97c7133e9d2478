/// What a value becomes once it is loaded, in whatever of the allowed forms it was written.
enum ValueType: Sendable {
  /// Text; numbers and Booleans as they are written.
  case text
  /// True or false.
  case flag
  /// A whole number.
  case integer
  /// A number.
  case number
  /// An amount of bytes, as a text of digits.
  case bytes
  /// A time, as `1m30s`.
  case duration
  /// A file's permissions, as a text of octal digits.
  case fileMode
  /// A number of devices, `all` as -1.
  case deviceCount
  /// A list of texts; one text is a list of one.
  case texts
  /// Names with texts; nothing is an empty text.
  case textsByName
  /// Names with texts; nothing stays nothing, whose value comes from elsewhere.
  case variables
  /// Names with lists of texts.
  case listsByName
  /// A command line as its words.
  case words
  /// A health check's command.
  case test
  /// Extra hosts, as a sorted list of `name=address`.
  case hosts
}
