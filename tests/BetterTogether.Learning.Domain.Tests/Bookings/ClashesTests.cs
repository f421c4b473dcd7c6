using BetterTogether.Learning.Domain.Bookings;

namespace BetterTogether.Learning.Domain.Tests.Bookings;

public sealed class ClashesTests
{
    private static readonly Engagement Mine = new("Team meeting", "Town Hall", A.Period("2026-09-02 10:00", 60));

    [Theory]
    [InlineData("09:00", 60, "Town Hall", false)] // ends as mine begins, same house
    [InlineData("09:01", 60, "Town Hall", true)]
    [InlineData("10:15", 30, "Library", true)]
    [InlineData("11:00", 60, "Town Hall", false)]
    [InlineData("11:00", 60, "Library", true)] // no time to walk
    [InlineData("11:14", 60, "Library", true)]
    [InlineData("11:15", 60, "Library", false)]
    [InlineData("11:00", 60, null, false)] // online
    [InlineData("08:50", 60, "Library", true)]
    [InlineData("08:45", 60, "Library", false)]
    public void What_overlaps_or_is_too_far_to_walk_is_in_the_way(string from, int minutes, string? place, bool clash) =>
        Assert.Equal(clash, Clashes.With([Mine], [new Engagement("Play", place, A.Period($"2026-09-02 {from}", minutes))]) is not null);

    [Fact]
    public void Every_date_of_a_course_counts_and_the_earliest_clash_is_named()
    {
        var later = Mine with { Title = "Supervision", Period = A.Period("2026-09-09 10:00") };
        Engagement[] course = [new("Course", "Town Hall", A.Period("2026-09-09 10:00")), new("Course", "Town Hall", A.Period("2026-09-02 10:30"))];

        Assert.Equal("Team meeting, Wednesday 2 September 2026, 10am to 11am", Clashes.With([later, Mine], course)?.With);
    }

    [Fact]
    public void A_short_way_says_where_from_and_where_to() => Assert.Contains(
        "is at Town Hall, with less than 15 minutes to get to Library",
        Clashes.With([Mine], [new Engagement("Play", "Library", A.Period("2026-09-02 11:05"))])!.Message, StringComparison.Ordinal);

    [Fact]
    public void Nothing_on_nothing_in_the_way() => Assert.Null(Clashes.With([], [Mine]));
}
