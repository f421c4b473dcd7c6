using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Tests.Reviews;

public sealed class MidYearTests
{
    private static readonly DateOnly Today = A.Now.ToLondonDate();

    [Theory]
    [InlineData("2026-09-30", false, false)]
    [InlineData("2026-10-01", true, false)]
    [InlineData("2026-11-30", true, false)]
    [InlineData("2026-12-01", true, true)]
    public void Its_time_is_October_and_November_and_after_that_it_may_still_be_noted(string day, bool isTime, bool hasPassed)
    {
        var cycle = Cycle.Plan(CycleDetails.Usual(2026), A.Now).Value;

        Assert.Equal((isTime, hasPassed), (MidYearTalk.IsTime(cycle, A.Day(day)), MidYearTalk.HasPassed(cycle, A.Day(day))));
    }

    [Fact]
    public void Nobody_ticks_a_talk_of_which_nothing_is_said_or_no_day()
    {
        var talk = new MidYearTalk(Ids.New(A.Now));
        Assert.Equal("mid-year-missing", talk.Write(" ", Today, 0, Today).Refusal?.Code);
        Assert.Equal("mid-year-missing", talk.Tick(ReviewSide.Employee, 0, A.Now).Refusal?.Code);

        talk.Write("Nothing", null, 0, Today);

        Assert.Equal((1, null), (talk.Version, talk.HeldOn));
        Assert.Equal("held-missing", talk.Tick(ReviewSide.Employee, 1, A.Now).Refusal?.Code);
        talk.Write("Nothing", Today, 1, Today);
        Assert.Null(talk.Tick(ReviewSide.Employee, 2, A.Now).Refusal);
    }
}
