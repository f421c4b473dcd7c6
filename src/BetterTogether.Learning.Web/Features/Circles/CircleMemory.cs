using System.Collections.Concurrent;
using System.Collections.Immutable;
using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>
/// What is typed lives here and nowhere else: in the memory of each node, never on a disk, which would keep it in a log, a backup, a freed page.
/// Threading: any thread.
/// </summary>
public sealed class CircleMemory
{
    private readonly ConcurrentDictionary<Guid, Remembered> circles = new();

    public CircleWords Of(Guid circleId) => circles.TryGetValue(circleId, out var known) ? known.Words : Remembered.Nothing.Words;

    /// <summary>Takes in what is new; words of a turn that is over are gone, and with the circle all of them.</summary>
    public void Take(CircleNews news)
    {
        if (!circles.ContainsKey(news.CircleId) && news.Said is null && news.Private is null) { return; }
        var now = circles.AddOrUpdate(news.CircleId, static (_, its) => Remembered.Nothing.After(its), static (_, before, its) => before.After(its), news);
        if (now.IsEmpty) { circles.TryRemove(new(news.CircleId, now)); }
    }

    private sealed record Remembered(int Version, string? TurnId, string? Said, ImmutableDictionary<string, string> Private)
    {
        public static readonly Remembered Nothing = new(0, null, null, ImmutableDictionary<string, string>.Empty);

        public bool IsEmpty => Said is null && Private.IsEmpty;

        public CircleWords Words => new(TurnId, Said, Private);

        public Remembered After(CircleNews news)
        {
            var now = this;
            // News of another node may come late; private words have ids of their own, so their order does not matter.
            if (news.Version > Version) { now = now with { Version = news.Version, TurnId = news.TurnId, Said = news.Said ?? (TurnId == news.TurnId ? Said : null) }; }
            foreach (var word in news.Private ?? []) { now = now with { Private = word.Text is null ? now.Private.Remove(word.Id) : now.Private.SetItem(word.Id, word.Text) }; }
            return now;
        }
    }
}
