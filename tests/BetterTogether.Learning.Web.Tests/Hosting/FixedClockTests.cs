namespace BetterTogether.Learning.Web.Tests.Hosting;

public sealed class FixedClockTests
{
    private readonly FixedClock clock = new();

    [Fact]
    public void Timers_fire_in_the_order_they_fall_due_each_at_its_time()
    {
        var fired = new List<(string, int)>();
        using var minute = clock.CreateTimer(_ => fired.Add(("minute", Minutes())), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        using var once = clock.CreateTimer(_ => fired.Add(("once", Minutes())), null, TimeSpan.FromMinutes(2.5), Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal([("minute", 1), ("minute", 2), ("once", 2), ("minute", 3)], fired);
        Assert.Equal(A.Now.AddMinutes(3), clock.NowUtc);
    }

    [Fact]
    public void After_a_jump_a_timer_fires_once_and_goes_on_from_there()
    {
        var fired = new List<int>();
        using var minute = clock.CreateTimer(_ => fired.Add(Minutes()), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));

        clock.JumpTo(A.Now.AddMinutes(90));
        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal([90, 91], fired);
    }

    [Fact]
    public async Task Who_waits_on_the_clock_waits_until_it_is_advanced()
    {
        var delay = Task.Delay(TimeSpan.FromHours(1), clock);
        clock.Advance(TimeSpan.FromMinutes(59));
        Assert.False(delay.IsCompleted);

        clock.Advance(TimeSpan.FromMinutes(1));

        await delay.WaitAsync(Eventually.Patience);
    }

    private int Minutes() => (int)(clock.NowUtc - A.Now).TotalMinutes;
}
