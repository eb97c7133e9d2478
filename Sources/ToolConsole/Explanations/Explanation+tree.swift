extension Explanation {
  /// The pages about trees.
  static let tree: [Explanation] = [
    Explanation(
      "tree/unreadable-file",
      meaning: "A file of the tree can't be read.",
      example: "a file without read permission",
      remedy: "Give the reader permission, or take the file away."
    ),
    Explanation(
      "tree/unusable-path",
      meaning: "A name in the tree can't be a path of a repository.",
      example: "a file name with a line break",
      remedy: "Rename it."
    ),
    Explanation(
      "tree/too-deep",
      meaning: "Directories are nested more deeply than is looked at.",
      example: "a/b/c/… forty levels deep",
      remedy: "Move stacks further up."
    ),
    Explanation(
      "tree/too-many-files",
      meaning: "The tree holds more files than are looked at.",
      example: "a tree with build output",
      remedy: "Check the directory that holds the stacks."
    ),
  ]
}
