import ComposeModel
import GitOpsKit

extension RepositoryPath {
  /// The path as words of a topic, without the ending of a file.
  var topicWords: String {
    guard self != .root else { return "root" }
    for ending in [".yaml", ".yml"] where string.hasSuffix(ending) { return String(string.dropLast(ending.count)) }
    return string
  }
}

extension [ProposedChange] {
  /// Numbers topics that would be the same, such as those of `a/b` and `a-b`.
  mutating func makeTopicsUnique() {
    var taken: Set<TopicName> = []
    for index in indices {
      let name = self[index].topic.name
      var number = 2
      while !taken.insert(self[index].topic).inserted {
        self[index].topic = TopicName(slugging: "\(number) \(name)")
        number += 1
      }
    }
  }
}
