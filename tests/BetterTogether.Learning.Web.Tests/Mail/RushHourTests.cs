using BetterTogether.Learning.Web.Features.Mail;

namespace BetterTogether.Learning.Web.Tests.Mail;

public sealed class RushHourTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(RushHour.Few, 100, 0)]
    [InlineData(RushHour.Few + 1, RushHour.Few, 1)]
    [InlineData(RushHour.Few + 1, RushHour.Few + 1, RushHour.MostMoments)]
    public async Task A_mail_waits_until_a_moment_brings_few_writers_and_not_without_end(int before, int eachMoment, int moments)
    {
        var (came, passed) = (before, 0);
        var rush = new RushHour(() => came, _ =>
        {
            (came, passed) = (came + eachMoment, passed + 1);
            return Task.CompletedTask;
        });

        await rush.LetPassAsync(CancellationToken.None);

        Assert.Equal(moments, passed);
    }
}
