using BetterTogether.Learning.Domain.Mail;

namespace BetterTogether.Learning.Domain.Tests.Mail;

public sealed class OutboxPauseTests
{
    private static readonly DateTime Now = new(2026, 7, 1, 23, 30, 0, DateTimeKind.Utc);

    [Fact]
    public void A_server_that_is_away_is_left_alone_for_a_minute()
    {
        var pause = new OutboxPause(new ServerAway(421, "closing"), Now);
        Assert.True(pause.Holds(Now.AddMinutes(1).AddTicks(-1)));
        Assert.False(pause.Holds(Now.AddMinutes(1)));
        Assert.False(pause.NeedsSomebody);
    }

    [Fact]
    public void One_that_refuses_us_is_left_alone_for_an_hour_or_until_the_desk_says_so()
    {
        var pause = new OutboxPause(new SenderRefused(535, "wrong password"), Now);
        Assert.True(pause.NeedsSomebody);
        Assert.True(pause.Holds(Now.AddMinutes(59)));
        pause.TryNow(Now.AddMinutes(5));
        Assert.False(pause.Holds(Now.AddMinutes(5)));
    }

    [Fact]
    public void It_goes_on_from_the_last_trouble_and_remembers_the_first()
    {
        var pause = new OutboxPause(new SenderRefused(535, "wrong password"), Now);
        pause.GoOn(new ServerAway(null, "no route"), Now.AddHours(1));
        Assert.Equal((false, null, "no route", Now, Now.AddHours(1).AddMinutes(1)), (pause.NeedsSomebody, pause.Code, pause.Reason, pause.SinceUtc, pause.UntilUtc));
    }
}
