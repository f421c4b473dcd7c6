using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Tests.Shared;

public sealed class WordsTests
{
    [Theory]
    [InlineData(0, 0, "midnight")]
    [InlineData(0, 5, "12:05am")]
    [InlineData(1, 0, "1am")]
    [InlineData(10, 30, "10:30am")]
    [InlineData(11, 59, "11:59am")]
    [InlineData(12, 0, "midday")]
    [InlineData(12, 1, "12:01pm")]
    [InlineData(13, 0, "1pm")]
    [InlineData(23, 59, "11:59pm")]
    public void A_clock_time_is_said_as_people_say_it(int hour, int minute, string words) => Assert.Equal(words, new TimeOnly(hour, minute).Words());

    [Fact]
    public void A_date_is_said_with_its_weekday() => Assert.Equal("Wednesday 3 June 2026", A.Day("2026-06-03").Words());

    [Fact]
    public void A_moment_is_said_in_London() => Assert.Equal("Thursday 2 July 2026, 12:30am", A.Now.Words());

    [Theory]
    [InlineData("2026-06-03 10:00", "2026-06-03 11:30", "Wednesday 3 June 2026, 10am to 11:30am")]
    [InlineData("2026-06-03 22:00", "2026-06-04 01:00", "Wednesday 3 June 2026, 10pm to Thursday 4 June 2026, 1am")]
    [InlineData("2026-06-03 11:00", "2026-06-03 12:00", "Wednesday 3 June 2026, 11am to midday")]
    public void A_time_span_names_the_second_day_where_it_is_another(string from, string to, string words) =>
        Assert.Equal(words, London.Words(A.London(from), A.London(to)));
}
