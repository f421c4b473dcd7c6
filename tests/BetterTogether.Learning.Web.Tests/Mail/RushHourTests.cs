using BetterTogether.Learning.Web.Data;
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

    [Fact]
    public async Task Those_who_stand_before_the_gate_count_as_well()
    {
        var gate = new WriterGate();
        var first = await gate.EnterAsync(CancellationToken.None);
        var others = Enumerable.Range(0, RushHour.Few).Select(_ => gate.EnterAsync(CancellationToken.None)).ToList();

        Assert.Equal(1 + RushHour.Few, gate.Came);

        first.Dispose();
        foreach (var other in others) { (await other).Dispose(); }
    }
}
