namespace BetterTogether.Learning.Web.Tests.Bookings;

/// <summary>Never tells the same time twice, so that what happened in which order can be read from the rows. Threading: any thread may use it.</summary>
internal sealed class TickingClock(FixedClock still) : TimeProvider
{
    private int microseconds;

    public override DateTimeOffset GetUtcNow() => still.GetUtcNow().AddMicroseconds(Interlocked.Increment(ref microseconds));

    public override long TimestampFrequency => still.TimestampFrequency;

    public override long GetTimestamp() => still.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => still.CreateTimer(callback, state, dueTime, period);
}
