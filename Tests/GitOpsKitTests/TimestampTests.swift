import GitOpsKit
import Testing

@Suite struct `Seconds of universal time` {
  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (951_868_799, "2000-02-29T23:59:59Z"), (1_700_000_000, "2023-11-14T22:13:20Z"),
      (-1, "1969-12-31T23:59:59Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
      (-62_135_596_800, "0001-01-01T00:00:00Z"),
    ] as [(Int64, String)]
  )
  func `a second is written and read back`(seconds: Int64, text: String) {
    #expect(Timestamp(seconds: seconds).description == text)
    #expect(Timestamp(text)?.seconds == seconds)
  }

  @Test func `every day of four centuries is read back`() {
    for day in stride(from: Int64(0), to: 146_097, by: 13) {
      let timestamp = Timestamp(seconds: day * 86_400 + 86_399 - day % 86_400)
      #expect(Timestamp(timestamp.description) == timestamp)
    }
  }

  @Test(
    arguments: [
      "", "2023-11-14", "2023-11-14 22:13:20Z", "2023-02-29T00:00:00Z", "2023-11-14T24:00:00Z", "2023-11-14T22:60:20Z",
      "2023-11-14T22:13:60Z", "2023-11-14T22:13:20", "2023-11-14T22:13:20+01:00", "2023-11-14T2x:13:20Z",
      "２023-11-14T2:3:20Z",
    ]
  )
  func `anything else is no time`(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test func `times beyond what we write become the nearest`() {
    #expect(Timestamp(seconds: .max).description == "9999-12-31T23:59:59Z")
    #expect(Timestamp(seconds: .min).description == "0001-01-01T00:00:00Z")
  }
}
