namespace BetterTogether.Learning.Tests;

/// <summary>A clock that stands still until it is advanced; its timers then fire in the order they fall due. Threading: any thread may use it.</summary>
public sealed class FixedClock(DateTime nowUtc) : TimeProvider
{
    private readonly Lock guard = new();
    private readonly List<Timer> timers = [];
    private DateTimeOffset now = new(nowUtc);

    public FixedClock() : this(A.Now) { }

    public DateTime NowUtc => GetUtcNow().UtcDateTime;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (guard) { return now; }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public void Advance(TimeSpan by) => AdvanceTo(NowUtc + by);

    public void AdvanceTo(DateTime toUtc)
    {
        while (NextDue(toUtc) is { } timer) { timer.Fire(); }
        lock (guard)
        {
            if (toUtc > now.UtcDateTime) { now = new(toUtc); }
        }
    }

    /// <summary>As for a machine that slept: it is later at once, and every timer that fell due meanwhile fires one time. For days and months.</summary>
    public void JumpTo(DateTime toUtc)
    {
        List<Timer> due;
        lock (guard)
        {
            if (toUtc > now.UtcDateTime) { now = new(toUtc); }
            due = [.. timers.Where(t => t.Due <= now).OrderBy(t => t.Due)];
            due.ForEach(t => t.Again(now));
        }
        due.ForEach(t => t.Fire());
    }

    public void Jump(TimeSpan by) => JumpTo(NowUtc + by);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private Timer? NextDue(DateTime toUtc)
    {
        lock (guard)
        {
            var next = timers.Where(t => t.Due.UtcDateTime <= toUtc).MinBy(t => t.Due);
            if (next is null) { return null; }
            if (next.Due > now) { now = next.Due; }
            next.Again(now);
            return next;
        }
    }

    private sealed class Timer(FixedClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan every = Timeout.InfiniteTimeSpan;

        public DateTimeOffset Due { get; private set; }

        public void Fire() => callback(state);

        public void Again(DateTimeOffset now)
        {
            if (every > TimeSpan.Zero) { Due = now + every; }
            else { clock.timers.Remove(this); }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.guard)
            {
                clock.timers.Remove(this);
                every = period;
                if (dueTime == Timeout.InfiniteTimeSpan) { return true; }
                Due = clock.now + dueTime;
                if (dueTime > TimeSpan.Zero)
                {
                    clock.timers.Add(this);
                    return true;
                }
                if (every > TimeSpan.Zero)
                {
                    Due = clock.now + every;
                    clock.timers.Add(this);
                }
            }
            ThreadPool.QueueUserWorkItem(_ => Fire());
            return true;
        }

        public void Dispose()
        {
            lock (clock.guard) { clock.timers.Remove(this); }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
