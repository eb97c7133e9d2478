import PolicyEngine
import Testing

@Suite struct `Days of the calendar` {
  @Test(arguments: ["2027-01-31", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
  func `a day is read and written the same`(_ text: String) {
    #expect(CalendarDate(text)?.description == text)
  }

  @Test(arguments: [
    "", "2027-1-31", "2027-01-32", "2023-02-29", "1900-02-29", "2027-13-01", "2027-00-10", "2027-04-31", "2027-01-00",
    "0000-01-01", "27-01-01", "2027/01/01", "2027-01-01 ", " 2027-01-01", "2027-01-01T00:00", "+027-01-01", "tomorrow",
    "２０２７-01-01", "2027-01-\u{0661}1", "\0\0\0\0-00-00",
  ])
  func `what is no day is none`(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func `days are in order`() throws {
    let days = try ["2026-12-31", "2027-01-01", "2027-01-02", "2027-02-01"].map { try #require(CalendarDate($0)) }
    #expect(days.shuffled().sorted() == days)
    #expect(days[0] < days[1])
    #expect(!(days[1] < days[1]))
  }

  @Test(arguments: [
    (0, "1970-01-01"), (86_399, "1970-01-01"), (86_400, "1970-01-02"), (-1, "1969-12-31"), (-86_400, "1969-12-31"),
    (-86_401, "1969-12-30"), (951_782_400, "2000-02-29"), (951_868_800, "2000-03-01"), (1_709_164_800, "2024-02-29"),
    (1_735_689_599, "2024-12-31"), (1_735_689_600, "2025-01-01"), (4_107_542_400, "2100-03-01"),
    (Int64.max, "9999-12-31"), (Int64.min, "0001-01-01"),
  ])
  func `a second belongs to a day`(_ seconds: Int64, _ day: String) {
    #expect(CalendarDate(secondsSince1970: seconds).description == day)
  }

  @Test func `each day follows the one before`() {
    var last = CalendarDate(secondsSince1970: -86_400 * 400)
    for number in -399...40_000 {
      let day = CalendarDate(secondsSince1970: Int64(number) * 86_400)
      #expect(last < day)
      #expect(CalendarDate(year: day.year, month: day.month, day: day.day) == day)
      last = day
    }
  }
}
