/// Makes a file smaller as long as it still shows what is wrong.
public enum Minimiser {
  /// `file` without the lines and bytes that `isBad` doesn't need.
  public static func smallest(_ file: [UInt8], while isBad: ([UInt8]) -> Bool) -> [UInt8] {
    var file = file
    var size = max(file.count / 2, 1)
    while size >= 1 {
      var start = 0
      while start < file.count {
        var smaller = file
        smaller.removeSubrange(start..<min(start + size, file.count))
        if isBad(smaller) { file = smaller } else { start += size }
      }
      size /= 2
    }
    for index in file.indices where file[index] != UInt8(ascii: "a") {
      var simpler = file
      simpler[index] = UInt8(ascii: "a")
      if isBad(simpler) { file = simpler }
    }
    return file
  }
}
