using BetterTogether.Learning.Domain.Mail;

namespace BetterTogether.Learning.Domain.Tests.Mail;

public sealed class RetryLadderTests
{
    private static readonly DateTime Since = new(2026, 7, 1, 23, 30, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    [InlineData(3, 15)]
    [InlineData(4, 60)]
    [InlineData(5, 240)]
    [InlineData(6, 240)]
    [InlineData(12, 240)]
    public void The_wait_after_an_attempt(int attempts, int minutes) =>
        Assert.Equal(Since.AddMinutes(minutes), RetryLadder.NextAtUtc(attempts, Since, Since));

    [Fact]
    public void Two_days_are_the_end_of_patience()
    {
        Assert.Equal(Since.AddHours(48), RetryLadder.NextAtUtc(15, Since, Since.AddHours(44)));
        Assert.Null(RetryLadder.NextAtUtc(15, Since, Since.AddHours(44).AddSeconds(1)));
    }

    [Fact]
    public void Climbed_to_its_top_the_ladder_is_sixteen_attempts()
    {
        var attempts = 1;
        var nowUtc = Since;
        while (RetryLadder.NextAtUtc(attempts, Since, nowUtc) is { } next)
        {
            nowUtc = next;
            attempts++;
        }

        Assert.Equal(16, attempts);
    }

    [Fact]
    public void A_ladder_begins_with_an_attempt() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RetryLadder.NextAtUtc(0, Since, Since));
}
