using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Bookings;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>What follows from a decision beside the new state: words for the memory of the nodes, rows and mails of the same commit.</summary>
public sealed class CircleEffects(IChangeNotifier notifier, CircleMemory memory, UnitOfWork work, CircleMails mails, CircleInvites invites)
{
    public CircleSave Save(CircleState before, CircleState after, CircleAnswer answer, DateTime? dueAtUtc, string? stepKey, Func<LearningDb, DateTime, Task>? also)
    {
        var seats = AreSeatedAlike(before.Seats, after.Seats) ? null : StoredSeat.Of(after);
        Func<LearningDb, DateTime, Task>? rows = answer.Effects.Count == 0 && seats is null ? also : async (db, nowUtc) =>
        {
            if (also is not null) { await also(db, nowUtc); }
            if (seats is not null) { await SeatAsync(db, after.Id, seats, CancellationToken.None); }
            foreach (var effect in answer.Effects) { await KeepAsync(db, after, effect, nowUtc); }
        };
        return new(after.Id, before.Version, after, dueAtUtc, stepKey, News(after, answer), rows);
    }

    // Asked of every command, and nearly always so.
    private static bool AreSeatedAlike(IReadOnlyList<Seat> before, IReadOnlyList<Seat> after)
    {
        if (before.Count != after.Count) { return false; }
        for (var i = 0; i < before.Count; i++)
        {
            var (one, other) = (before[i], after[i]);
            if (!ReferenceEquals(one, other) && (one.PersonId != other.PersonId || one.Role != other.Role || one.AskedToLeave != other.AskedToLeave)) { return false; }
        }
        return true;
    }

    /// <summary>Puts these in the place of all there were.</summary>
    internal static async Task SeatAsync(LearningDb db, Guid circleId, IReadOnlyList<StoredSeat> seats, CancellationToken cancel)
    {
        await db.CircleSeats.Where(s => s.CircleId == circleId).ExecuteDeleteAsync(cancel);
        db.AddRange(seats);
    }

    /// <summary>Brings back what this node does not know of words that are stored: those about somebody's safety.</summary>
    public async Task RememberAsync(CircleState state, CancellationToken cancel)
    {
        var known = memory.Of(state.Id).Messages;
        if (state.Messages.All(m => m.About != MessageAbout.Safety || known.ContainsKey(m.Id))) { return; }
        await using var db = await work.ReadAsync(cancel);
        var stored = await db.SafetyTexts.Where(t => t.CircleId == state.Id).ToListAsync(cancel);
        memory.Take(new CircleNews(state.Id, state.Version, notifier.Node, state.Floor.TurnId, Private: stored.ConvertAll(t => new PrivateWord(t.MessageId, t.Text))));
    }

    internal CircleNews News(CircleState after, CircleAnswer answer)
    {
        var words = answer.Effects.Select(e => e switch { Told told => new PrivateWord(told.MessageId, told.Text), MessageGone gone => new(gone.MessageId, null), _ => null }).OfType<PrivateWord>().ToList();
        return new(after.Id, after.Version, notifier.Node, after.Floor.TurnId, answer.Effects.OfType<Typed>().LastOrDefault()?.Text, words.Count == 0 ? null : words);
    }

    private Task KeepAsync(LearningDb db, CircleState state, CircleEffect effect, DateTime nowUtc)
    {
        switch (effect)
        {
            case Told { About: MessageAbout.Safety } told:
                db.Add(new SafetyText(state.Id, told.MessageId, told.Text));
                return Task.CompletedTask;
            case MessageGone gone:
                return db.SafetyTexts.Where(t => t.CircleId == state.Id && t.MessageId == gone.MessageId).ExecuteDeleteAsync();
            case PassedOn { SeatId: null } passedOn:
                return mails.TellDutyContactAsync(db, state, passedOn.MessageId, nowUtc);
            case Unseated unseated:
                return invites.UnseatAsync(db, state, unseated.PersonId, nowUtc, CancellationToken.None);
            case Ended ended:
                return EndAsync(db, state, ended, nowUtc);
            default:
                return Task.CompletedTask;
        }
    }

    private async Task EndAsync(LearningDb db, CircleState state, Ended ended, DateTime nowUtc)
    {
        db.Record(nowUtc, null, ended.Abandoned ? "circle-abandoned" : state.CalledOff ? "circle-called-off" : "circle-closed", state.Id);
        if (state.CalledOff) { await invites.CallOffAsync(db, state, nowUtc, CancellationToken.None); }
        var sessionId = await db.Circles.Where(c => c.Id == state.Id).Select(c => c.SessionId).SingleAsync();
        if (sessionId is { } session && state.Seats.FirstOrDefault(s => s.Role == SeatRole.Facilitator)?.PersonId is { } facilitator)
        {
            await AttendanceService.CameAsync(db, session, ended.TookPart, facilitator, nowUtc);
        }
    }
}
