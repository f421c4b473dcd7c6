using BetterTogether.Learning.Web.Data;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>SQLite has one process: what it commits it knows, and there is nobody else to tell.</summary>
public sealed class OneNodeNotifier : IChangeNotifier
{
    public Guid Node { get; } = Guid.NewGuid();

    public Task TellAsync(LearningDb db, IReadOnlyList<CircleNews> news, CancellationToken cancel) => Task.CompletedTask;

    public Task ListenAsync(Action<CircleNews> heard, Action missed, CancellationToken cancel) => Task.Delay(Timeout.InfiniteTimeSpan, cancel);
}
