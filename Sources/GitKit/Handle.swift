/// One object of libgit2, freed at the end of the scope that holds it.
///
/// Naming the function that frees it where it's acquired keeps the two together.
@safe package struct Handle: ~Copyable {
  package let pointer: OpaquePointer
  private let free: (OpaquePointer?) -> Void

  /// Acquires an object.
  ///
  /// - Parameters:
  ///   - operation: What is done, in words that follow "can't".
  ///   - free: What frees it.
  ///   - acquire: Stores the object and answers libgit2's status.
  /// - Throws: ``GitError`` when the status isn't success.
  package init(
    _ operation: @autoclosure () -> String,
    _ free: @escaping (OpaquePointer?) -> Void,
    acquire: (inout OpaquePointer?) -> Int32
  ) throws(GitError) {
    var acquired: OpaquePointer?
    try check(unsafe acquire(&acquired), operation())
    guard let acquired = unsafe acquired else {
      throw GitError(code: .other, operation: operation(), reason: "libgit2 gave nothing")
    }
    unsafe self.pointer = acquired
    unsafe self.free = free
    OpenHandles.add(1)
  }

  deinit {
    // The pointer came from `acquire` and nobody else frees it: this value can't be copied.
    unsafe free(pointer)
    OpenHandles.add(-1)
  }
}
