using System.Collections.Concurrent;
using System.Collections.Immutable;
using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Web.Data;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>The circles that are live on this node, a room each, and the connections in them. Threading: any thread.</summary>
public sealed class CircleRooms(CircleStore store, CircleMemory memory, CircleEffects effects, CirclePresence presence, IChangeNotifier notifier, TimeProvider clock, ILogger<CircleRooms> log)
{
    private readonly ConcurrentDictionary<Guid, CircleRoom> rooms = new();
    private readonly ConcurrentDictionary<string, ImmutableList<(CircleRoom Room, CircleConnection Connection)>> connections = new(StringComparer.Ordinal);

    public bool HasConnections => !connections.IsEmpty;

    public CircleRoom Of(Guid circleId) => rooms.GetOrAdd(circleId, id => new CircleRoom(id, store, memory, effects, presence, clock));

    public void Add(CircleRoom room, CircleConnection connection) =>
        connections.AddOrUpdate(connection.Id, _ => [(room, connection)], (_, known) => known.Add((room, connection)));

    /// <summary>Nothing more is sent over a connection that has ended.</summary>
    public void Forget(string connectionId)
    {
        if (!connections.TryRemove(connectionId, out var ended)) { return; }
        foreach (var (room, connection) in ended) { room.Leave(connection); }
    }

    /// <summary>Ends a connection from this side.</summary>
    public void Close(string connectionId)
    {
        if (connections.TryGetValue(connectionId, out var open)) { open[0].Connection.Close(); }
    }

    public void Hear(CircleNews news)
    {
        memory.Take(news);
        if (rooms.TryGetValue(news.CircleId, out var room)) { room.Follow(log); }
    }

    /// <summary>Part of a decision of another feature, which changes a circle beside its room: those connected see it as soon as it is committed.</summary>
    public async Task TellAsync(LearningDb db, CircleState circle, CircleAnswer answer, CancellationToken cancel)
    {
        var news = effects.News(circle, answer);
        await notifier.TellAsync(db, [news], cancel);
        db.OnceCommitted.Add(() => Hear(news));
    }

    /// <summary>Something may have been missed.</summary>
    public void CatchUp()
    {
        foreach (var room in rooms.Values) { room.Follow(log); }
    }

    /// <summary>Forgets rooms in which nobody has been for a while; what they knew is in the database.</summary>
    public void ForgetEmptyRooms()
    {
        foreach (var (id, room) in rooms)
        {
            if (room.TryRetire()) { rooms.TryRemove(new(id, room)); }
        }
    }
}
