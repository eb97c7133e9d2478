public import OrderedCollections

// How a service is reached, and what it reaches.
extension Service {
  /// The networks it joins.
  public var attachments: OrderedDictionary<String, NetworkAttachment> { partsByName("networks") }
  /// `host`, `none`, `service:…`.
  public var networkMode: String? { text("network_mode") }
  /// Ports that only other services reach.
  public var exposedPorts: [String] { texts("expose") }
  /// The container's own host name.
  public var hostname: String? { text("hostname") }
  /// The container's own domain.
  public var domainName: String? { text("domainname") }
  /// The servers that it asks for names.
  public var dns: [String] { texts("dns") }
  /// Options of asking for names.
  public var dnsOptions: [String] { texts("dns_opt") }
  /// Domains in which short names are looked for.
  public var dnsSearch: [String] { texts("dns_search") }
  /// Hosts with their addresses, `name=address`.
  public var extraHosts: [String] { texts("extra_hosts") }
  /// Services under further names, `service:alias`.
  public var links: [String] { texts("links") }
  /// Containers of others under further names.
  public var externalLinks: [String] { texts("external_links") }
  /// The address of its interface.
  public var macAddress: String? { text("mac_address") }
  /// The ports that are reachable from elsewhere.
  public var ports: [Port] { values("ports", Port.init(canonical:)) }
  /// The keys of the networks it joins.
  public var networks: [String] { Array((attributes.pairs["networks"]?.pairs ?? [:]).keys) }
}
