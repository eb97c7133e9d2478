/// How much of a file is read before it is refused.
public struct YAMLLimits: Sendable, Hashable {
  /// The most bytes a file may have.
  public var bytes: Int
  /// How deeply collections may nest, aliases counted as what they stand for.
  public var depth: Int
  /// The most scalars, collections and aliases a file may hold.
  public var nodes: Int
  /// The most nodes that all aliases of a file may stand for together.
  public var aliasedNodes: Int

  /// Sets each limit; what isn't named is as in ``standard``.
  public init(bytes: Int = 16 << 20, depth: Int = 200, nodes: Int = 2_000_000, aliasedNodes: Int = 1_000_000) {
    // Offsets are kept in 32 bits, and a reader recurses as deep as a document nests.
    self.bytes = min(max(bytes, 0), 1 << 30)
    self.depth = min(max(depth, 1), 1_000)
    self.nodes = max(nodes, 0)
    self.aliasedNodes = max(aliasedNodes, 0)
  }

  /// Far more than any Compose file needs, and little enough to be read in well under a second.
  public static let standard = Self()
}
