internal import Glibc

/// Files in one file, so that every program reads the same bytes: their number and their sizes, each in 32 bits with the
/// lowest byte first, then their bytes.
public enum Pack {
  /// The bytes of a pack of `files`.
  public static func bytes(of files: [[UInt8]]) -> [UInt8] {
    ([files.count] + files.map(\.count)).flatMap { number in
      (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    } + files.joined()
  }

  /// The files of the pack at `path`; nil where there is none.
  public static func files(at path: String) -> [[UInt8]]? {
    guard let bytes = Disk.read(path), bytes.count >= 4 else { return nil }
    func number(_ index: Int) -> Int { (0..<4).reduce(0) { $0 | Int(bytes[index * 4 + $1]) << ($1 * 8) } }
    let count = number(0)
    guard bytes.count >= 4 * (count + 1) else { return nil }
    var start = 4 * (count + 1)
    var files: [[UInt8]] = []
    for index in 0..<count {
      let end = start + number(index + 1)
      guard end <= bytes.count else { return nil }
      files.append(Array(bytes[start..<end]))
      start = end
    }
    return files
  }
}

/// Whole files, read into and written from one array.
public enum Disk {
  /// The bytes of the file at `path`; nil where it can't be read.
  public static func read(_ path: String) -> [UInt8]? {
    guard let file = unsafe fopen(path, "rb") else { return nil }
    defer { unsafe fclose(file) }
    unsafe fseek(file, 0, SEEK_END)
    let size = unsafe ftell(file)
    guard size >= 0 else { return nil }
    unsafe rewind(file)
    // The array's memory has room for `size` bytes, and `fread` says how many it filled.
    return unsafe [UInt8](unsafeUninitializedCapacity: size) { memory, count in
      count = unsafe fread(memory.baseAddress, 1, size, file)
    }
  }

  /// What the file at `path` says, whose size isn't known before; nothing where it can't be read.
  public static func readStream(_ path: String) -> [UInt8] {
    guard let file = unsafe fopen(path, "rb") else { return [] }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = unsafe fgetc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return bytes
  }

  /// Writes `bytes` to `path`; false where it can't.
  public static func write(_ bytes: [UInt8], to path: String) -> Bool {
    guard let file = unsafe fopen(path, "wb") else { return false }
    let written = unsafe bytes.withUnsafeBytes { unsafe fwrite($0.baseAddress, 1, $0.count, file) }
    return unsafe fclose(file) == 0 && written == bytes.count
  }
}
