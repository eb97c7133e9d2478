public import ComposeModel
public import GitOpsKit
public import OrderedCollections
public import SourceDiagnostics

/// What a model would like to change: typed edits and why.
///
/// It is nothing until the ``Proposer`` has tried and judged it.
public struct ProposedChange: Sendable, Hashable {
  /// What it is about; there is one proposal for each topic.
  public var topic: TopicName
  /// One line for people.
  public var title: String
  /// Why, in our own words.
  public var rationale: String
  /// The edits of each file, by its path in the repository.
  public var edits: OrderedDictionary<RepositoryPath, [FileEdit]>
  /// What must be true of the loaded stacks once the edits are made; a change that misses it is not proposed.
  public var expectations: [Expectation]
  /// What others say about it.
  public var notes: [QuotedNote]

  /// Describes a change.
  public init(
    topic: TopicName,
    title: String,
    rationale: String,
    edits: OrderedDictionary<RepositoryPath, [FileEdit]>,
    expectations: [Expectation] = [],
    notes: [QuotedNote] = []
  ) {
    self.topic = topic
    self.title = title.neutralised
    self.rationale = rationale
    self.edits = edits
    self.expectations = expectations
    self.notes = notes
  }
}

extension ProposedChange {
  /// Something that must be true once the edits are made.
  public struct Expectation: Sendable, Hashable {
    /// The stack.
    public var stack: RepositoryPath
    /// The service.
    public var service: String
    /// What must be true of it.
    public var goal: Goal

    /// What must be true of a service.
    public enum Goal: Sendable, Hashable {
      /// It runs this image.
      case image(ImageReference)
      /// It has a health check.
      case healthcheck
    }

    /// Expects `goal` of a service.
    public init(_ stack: RepositoryPath, _ service: String, _ goal: Goal) {
      self.stack = stack
      self.service = service
      self.goal = goal
    }
  }

  /// What a project says about a version of its image, in words that are somebody else's.
  public struct QuotedNote: Sendable, Hashable {
    /// What it is about, in our words: `nextcloud 30.0.4-apache`.
    public var subject: String
    /// What it says.
    public var text: UntrustedText
    /// What no longer works as before.
    public var breaking: [UntrustedText]
    /// What a person has to do.
    public var actions: [UntrustedText]
    /// The holes that are closed.
    public var security: [UntrustedText]

    /// Quotes `text` about `subject`.
    public init(
      _ subject: String,
      _ text: UntrustedText,
      breaking: [UntrustedText] = [],
      actions: [UntrustedText] = [],
      security: [UntrustedText] = []
    ) {
      self.subject = subject
      self.text = text
      self.breaking = breaking
      self.actions = actions
      self.security = security
    }
  }
}
