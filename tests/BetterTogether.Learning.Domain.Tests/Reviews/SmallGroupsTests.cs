using BetterTogether.Learning.Domain.Reviews;

namespace BetterTogether.Learning.Domain.Tests.Reviews;

public sealed class SmallGroupsTests
{
    [Theory]
    [InlineData("9 7 5", "9 7 5")]
    [InlineData("9 7 4 3", "9 7 7")] // the small ones together
    [InlineData("9 7 4", "9 11")] // four alone would be the total less what is shown: the next smallest joins
    [InlineData("9 0", "9")] // nobody due in it adds nobody
    [InlineData("4", "")]
    [InlineData("2 2", "")]
    [InlineData("3 2", "5")]
    [InlineData("12 1 1 1", "15")]
    public void Small_teams_are_counted_together(string due, string shown)
    {
        var teams = due.Split(' ').Select((n, i) => Completion.None($"Team {i}") with { Complete = int.Parse(n, System.Globalization.CultureInfo.InvariantCulture), NotDue = 1 });

        Assert.Equal(shown, string.Join(' ', SmallGroups.Pooled(teams).Select(t => t.Due)));
    }

    /// <summary>Whatever the teams: no line, and no difference between the total and some of the lines, tells of one to four people; and nobody is lost.</summary>
    [Fact]
    public void No_line_and_no_difference_tells_of_fewer_than_five()
    {
        var random = new Random(20260401);
        for (var round = 0; round < 2_000; round++)
        {
            var teams = Enumerable.Range(0, random.Next(1, 12)).Select(i => new Completion($"Team {i}", random.Next(4), random.Next(3), random.Next(2), random.Next(6), 0, random.Next(3))).ToList();
            var shown = SmallGroups.Pooled(teams);

            Assert.All(shown, line => Assert.True(line.Due >= SmallGroups.Least, $"{line}"));
            if (shown.Count == 0) { Assert.True(teams.Sum(t => t.Due) < SmallGroups.Least); }
            else { Assert.Equal((teams.Sum(t => t.Due), teams.Sum(t => t.NotDue)), (shown.Sum(t => t.Due), shown.Sum(t => t.NotDue))); }
        }
    }
}
