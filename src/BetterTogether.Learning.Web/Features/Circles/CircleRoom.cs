using System.Collections.Immutable;
using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>
/// One circle on this node, and its only writer here: a command is decided, committed, and only then pushed to those connected.
/// Threading: whatever loads or decides holds <c>turn</c>; connections may be read at any time.
/// </summary>
public sealed class CircleRoom(Guid id, CircleStore store, CircleMemory memory, CircleEffects effects, CirclePresence presence, TimeProvider clock)
{
    private const int MostTries = 20;
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);

    private readonly WriterGate turn = new();
    private readonly Lock door = new();
    private ImmutableArray<CircleConnection> connections = [];
    private Circle? circle;
    private DateTime usedAtUtc = clock.GetUtcNow().UtcDateTime;
    private bool isRetired;
    private int following;

    public bool HasConnections => !connections.IsEmpty;

    private DateTime NowUtc => clock.GetUtcNow().UtcDateTime;

    public Task<ActAnswer> ActAsync(Guid personId, CircleCommand command, CancellationToken cancel) => AloneAsync(async () =>
    {
        var key = CircleStep.KeyOf(personId, command.Id);
        var refusal = (await DecideAsync((now, nowUtc) => now.Act(personId, command, nowUtc), key, null, cancel)).Refusal;
        var seen = await SeenByAsync(personId, cancel);
        if (seen.Refusal is { } stranger) { return new ActAnswer(Accepted: false, stranger, null); }
        if (refusal is not null && await store.HasStepAsync(id, key, cancel)) { refusal = null; }
        return new ActAnswer(refusal is null, refusal, seen.Value);
    }, cancel);

    /// <summary>The circle as it is now, whichever node changed it last.</summary>
    public Task<Result<CircleSnapshot>> LookAtAsync(Guid personId, CancellationToken cancel) => AloneAsync(async () =>
    {
        if (circle is { } known && await store.VersionAsync(id, cancel) != known.Version) { circle = null; }
        return await SeenByAsync(personId, cancel);
    }, cancel);

    /// <summary>Somebody comes in; their seat is here from now on.</summary>
    /// <param name="place">Who holds a place on the circle's session and may have no seat yet.</param>
    /// <param name="connection">Where their snapshots go; null for a page.</param>
    public Task<Result<CircleSnapshot>> ArriveAsync(CircleLease lease, Participant? place, CircleConnection? connection, CancellationToken cancel) => AloneAsync(async () =>
    {
        var before = await SeenByAsync(lease.PersonId, cancel);
        if (before.Refusal is not null && place is null) { return before; }
        var arrived = await DecideAsync((now, nowUtc) =>
        {
            var admitted = place is null ? null : now.Admit(place, nowUtc);
            var arrives = admitted is { Refusal: not null } ? admitted : now.Seen(lease.PersonId, nowUtc);
            return arrives.Refusal is null ? Together([admitted, arrives]) : arrives;
        }, null, (db, _) => CirclePresence.PutAsync(db, lease), cancel);
        if (arrived.Refusal is { } no) { return no; }
        if (!arrived.Changed) { await presence.PutAsync(lease, cancel); }
        if (connection is not null && !TryEnter(connection)) { return new RoomRetired(); }
        return await SeenByAsync(lease.PersonId, cancel);
    }, cancel);

    /// <summary>What is decided from outside of the circle: another plan, somebody who leaves, the duty contact.</summary>
    public Task<CircleAnswer> ChangeAsync(Func<Circle, DateTime, CircleAnswer> decide, Func<LearningDb, DateTime, Task>? also, CancellationToken cancel) =>
        AloneAsync(() => DecideAsync(decide, null, also, cancel), cancel);

    /// <returns>All there is, for those who decide who may see it; null where there is no such circle.</returns>
    public Task<CircleState?> StateAsync(CancellationToken cancel) => AloneAsync(async () => (await LoadedAsync(cancel))?.State, cancel);

    /// <summary>Looks who is still there and lets happen what has fallen due.</summary>
    public Task<CircleAnswer> SweepAsync(CancellationToken cancel) => AloneAsync(async () =>
    {
        var gone = (await presence.GoneAsync(id, NowUtc, cancel)).Where(g => connections.All(c => c.PersonId != g.PersonId)).ToList();
        // Since their lease ran out, not since it was noticed: a turn's clock counts no time in which nobody could speak.
        var swept = await DecideAsync((now, nowUtc) => Together([.. gone.Select(g => now.Gone(g.PersonId, g.SinceUtc)), .. Back(now, nowUtc), now.Tick(nowUtc)]),
            null, (db, nowUtc) => CirclePresence.ForgetAsync(db, id, nowUtc), cancel);
        if (!swept.Changed) { await presence.ForgetAsync(id, cancel); }
        return swept;
    }, cancel);

    /// <summary>Another node has changed the circle, or may have. Much news at once is followed once.</summary>
    public void Follow(ILogger log)
    {
        if (!HasConnections || Interlocked.Exchange(ref following, 1) == 1) { return; }
        _ = Task.Run(async () =>
        {
            try
            {
                await AloneAsync(FollowAsync, CancellationToken.None);
            }
            catch (Exception e)
            {
                log.CannotFollow(e, id); // the clients' poll brings them what this did not
            }
        });
    }

    public void Leave(CircleConnection connection)
    {
        connection.End();
        lock (door) { connections = connections.Remove(connection); }
    }

    /// <summary>Closes the room for good when nobody has been in it for a minute: whoever comes then gets a new one.</summary>
    public bool TryRetire()
    {
        lock (door)
        {
            isRetired |= !HasConnections && NowUtc - usedAtUtc > Idle;
            return isRetired;
        }
    }

    private async Task<CircleAnswer> FollowAsync()
    {
        Volatile.Write(ref following, 0);
        circle = null;
        var back = await DecideAsync((now, nowUtc) => Together([.. Back(now, nowUtc)]), null, null, CancellationToken.None);
        if (!back.Changed) { Offer(); }
        return back;
    }

    private bool TryEnter(CircleConnection connection)
    {
        lock (door)
        {
            if (isRetired) { return false; }
            connections = connections.RemoveAll(c => c.Id == connection.Id).Add(connection);
            return true;
        }
    }

    // A lost commit decides again on what is true now; whoever sent the command hears nothing of that.
    private async Task<CircleAnswer> DecideAsync(Func<Circle, DateTime, CircleAnswer> decide, string? stepKey, Func<LearningDb, DateTime, Task>? also, CancellationToken cancel)
    {
        for (var attempt = 1; attempt <= MostTries; attempt++)
        {
            if (await LoadedAsync(cancel) is not { } now) { return new CircleAnswer(new CircleNotFound(), Changed: false, []); }
            var before = now.State;
            // Until it is committed nothing has happened, whatever goes wrong in between.
            circle = null;
            var answer = decide(now, NowUtc);
            if (!answer.Changed)
            {
                if (ReferenceEquals(now.State, before)) { circle = now; }
                return answer;
            }
            var save = effects.Save(before, now.State, answer, now.NextDueUtc, stepKey, also);
            switch (await store.SaveAsync(save))
            {
                case SaveOutcome.Saved:
                    circle = now;
                    memory.Take(save.News);
                    Offer();
                    return answer;
                case SaveOutcome.Repeated:
                    return answer with { Changed = false, Effects = [] };
                default:
                    break;
            }
        }
        return new CircleAnswer(new CircleBusy(), Changed: false, []);
    }

    private async ValueTask<Circle?> LoadedAsync(CancellationToken cancel)
    {
        if (circle is null && await store.LoadAsync(id, cancel) is { } state)
        {
            await effects.RememberAsync(state, cancel);
            circle = new Circle(state);
        }
        return circle;
    }

    private async Task<Result<CircleSnapshot>> SeenByAsync(Guid personId, CancellationToken cancel)
    {
        if (await LoadedAsync(cancel) is not { } now) { return new CircleNotFound(); }
        var seen = now.For(personId, NowUtc, memory.Of(id));
        return seen.Refusal is NoSeat ? new CircleNotFound() : seen;
    }

    private void Offer()
    {
        if (circle is null || connections.IsEmpty) { return; }
        var view = new CircleView(circle, memory.Of(id));
        foreach (var connection in connections) { connection.Offer(view); }
    }

    private async Task<T> AloneAsync<T>(Func<Task<T>> what, CancellationToken cancel)
    {
        using var mine = await turn.EnterAsync(cancel);
        usedAtUtc = NowUtc;
        return await what();
    }

    // Swept by another node in the moment of coming in: whoever is connected here is here, unless they left for good.
    private IEnumerable<CircleAnswer> Back(Circle now, DateTime nowUtc) =>
        from connection in connections
        where now.State.Seats.Any(s => s.PersonId == connection.PersonId && s.Presence == Presence.Away)
        select now.Seen(connection.PersonId, nowUtc);

    // What one of them refuses stops none of the others.
    private static CircleAnswer Together(IReadOnlyList<CircleAnswer?> answers) =>
        new(null, answers.Any(a => a is { Changed: true }), [.. answers.SelectMany(a => a?.Effects ?? [])]);
}
