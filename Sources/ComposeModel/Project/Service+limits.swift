public import OrderedCollections

// How much of the machine a service may use.
extension Service {
  /// Processors, and parts of them.
  public var cpus: Double? { number("cpus") }
  /// Processors, on Windows.
  public var cpuCount: Int? { integer("cpu_count") }
  /// The share of all processors, on Windows.
  public var cpuPercent: Double? { number("cpu_percent") }
  /// Its weight against other containers.
  public var cpuShares: Int? { integer("cpu_shares") }
  /// The time in each period, in microseconds.
  public var cpuQuota: Int? { integer("cpu_quota") }
  /// The period, in microseconds.
  public var cpuPeriod: Int? { integer("cpu_period") }
  /// The real-time period, in microseconds.
  public var cpuRealTimePeriod: Int? { integer("cpu_rt_period") }
  /// The real-time share, in microseconds.
  public var cpuRealTimeRuntime: Int? { integer("cpu_rt_runtime") }
  /// The processors it may run on: `0-3`, `0,1`.
  public var cpuSet: String? { text("cpuset") }
  /// Memory.
  public var memoryLimit: ByteCount? { bytes("mem_limit") }
  /// Memory it is promised.
  public var memoryReservation: ByteCount? { bytes("mem_reservation") }
  /// Memory and swap together.
  public var memoryAndSwapLimit: ByteCount? { bytes("memswap_limit") }
  /// How readily its memory is swapped out, 0 to 100.
  public var memorySwappiness: Int? { integer("mem_swappiness") }
  /// Whether it isn't ended when memory runs out.
  public var isNeverKilled: Bool { flag("oom_kill_disable") ?? false }
  /// How early it is ended when memory runs out.
  public var outOfMemoryScore: Int? { integer("oom_score_adj") }
  /// Processes.
  public var processLimit: Int? { integer("pids_limit") }
  /// Limits of its processes.
  public var ulimits: OrderedDictionary<String, ResourceLimit> { partsByName("ulimits") }
  /// Limits of block devices.
  public var blockIO: BlockIO? { part("blkio_config") }
}
