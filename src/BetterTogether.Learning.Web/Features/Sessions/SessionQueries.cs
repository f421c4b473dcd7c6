using System.Globalization;
using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Sessions;

/// <summary>Reads of the programme: one query a list, the viewer's own booking in it.</summary>
public sealed class SessionQueries(LearningDb db, TimeProvider clock)
{
    public const int MostWords = 100;

    /// <summary>The programme: for people what is published, for the desk drafts as well; cancelled ones only where they are asked for.</summary>
    public async Task<ProgrammePage> ProgrammeAsync(Viewer viewer, ProgrammeFilter filter, CancellationToken cancel)
    {
        var fromUtc = (filter.From ?? Today).StartOfDayUtc();
        var sessions = viewer.Sees(db).Where(s => s.StartsAtUtc >= fromUtc);
        sessions = filter.Status is { } status ? sessions.Where(s => s.Status == status) : sessions.Where(s => s.Status != SessionStatus.Cancelled);
        if (filter.Led) { sessions = sessions.Where(s => s.Trainers.Any(t => t.PersonId == viewer.Id)); }
        if (filter.To is { } to)
        {
            var toUtc = to.AddDays(1).StartOfDayUtc();
            sessions = sessions.Where(s => s.StartsAtUtc < toUtc);
        }
        if (filter.Kind is { } kind) { sessions = sessions.Where(s => s.Kind == kind); }
        if (filter.FreeOnly) { sessions = sessions.Where(s => s.Waiting == 0 && s.Held < s.Capacity); }
        sessions = Matching(sessions, viewer, filter.Q);
        if (Cursor(filter.After) is var (start, id)) { sessions = sessions.Where(s => s.StartsAtUtc > start || (s.StartsAtUtc == start && s.Id.CompareTo(id) > 0)); }
        var cards = await CardsAsync(sessions.OrderBy(s => s.StartsAtUtc).ThenBy(s => s.Id).Take(filter.Size + 1), viewer, cancel);
        return cards.Count <= filter.Size
            ? new ProgrammePage(cards, null)
            : new ProgrammePage(cards[..filter.Size], Cursor(cards[filter.Size - 1]));
    }

    public async Task<SessionCard?> CardAsync(Viewer viewer, Guid id, CancellationToken cancel) =>
        (await CardsAsync(viewer.Sees(db).Where(s => s.Id == id), viewer, cancel)).SingleOrDefault();

    /// <summary>The sessions of one Learning Wednesday, parallel ones side by side.</summary>
    public Task<List<SessionCard>> DayAsync(Viewer viewer, DateOnly day, CancellationToken cancel)
    {
        var (from, to) = (day.StartOfDayUtc(), day.AddDays(1).StartOfDayUtc());
        return CardsAsync(viewer.Sees(db).Where(s => s.Kind == SessionKind.LearningWednesday && s.Status == SessionStatus.Published && s.StartsAtUtc >= from && s.StartsAtUtc < to)
            .OrderBy(s => s.StartsAtUtc).ThenBy(s => s.Id), viewer, cancel);
    }

    /// <summary>Everything about one session, as far as the viewer may see it.</summary>
    public async Task<SessionPageView?> PageAsync(Viewer viewer, Guid id, CancellationToken cancel)
    {
        if (await CardAsync(viewer, id, cancel) is not { } card) { return null; }
        var session = await db.Sessions.AsNoTracking().SingleAsync(s => s.Id == id, cancel);
        var trainers = await (from trainer in db.Set<SessionTrainer>()
                              join person in db.People on trainer.PersonId equals person.Id
                              where trainer.SessionId == id
                              orderby person.Name
                              select new SessionPageView.Trainer(person.Id, person.Name)).ToListAsync(cancel);
        return SessionPageView.For(viewer, card, session, trainers);
    }

    public DateOnly Today => clock.GetUtcNow().UtcDateTime.ToLondonDate();

    private async Task<List<SessionCard>> CardsAsync(IQueryable<Session> sessions, Viewer viewer, CancellationToken cancel)
    {
        var (me, desk) = (viewer.Id ?? Guid.Empty, viewer.IsDesk);
        var rows = await (
            from s in sessions.AsNoTracking()
            from b in db.Bookings.Where(b => b.SessionId == s.Id && b.PersonId == me && (b.Status == BookingStatus.Confirmed || b.Status == BookingStatus.Waiting || b.Status == BookingStatus.Offered)).DefaultIfEmpty()
            select new
            {
                s.Id, s.Kind, s.Visibility, s.Status, s.Title, s.Place, IsOnline = s.JoinUrl != null, s.Capacity, s.Held, s.Waiting, s.StartsAtUtc,
                Dates = s.Dates.OrderBy(d => d.StartsAtUtc).Select(d => new { d.StartsAtUtc, d.EndsAtUtc }).ToList(),
                My = b == null ? null : new { b.Id, b.Status, b.OfferedUntilUtc },
                Ahead = b == null || b.Status != BookingStatus.Waiting ? 0 : db.Bookings.Count(o => o.SessionId == s.Id && o.Status == BookingStatus.Waiting && (o.Priority == b.Priority ? o.Ticket < b.Ticket : o.Priority)),
                Trains = s.Trainers.Any(t => t.PersonId == me),
            }).ToListAsync(cancel);
        return rows.ConvertAll(r => new SessionCard(
            r.Id, r.Kind, r.Visibility, r.Status, r.Title.Length > 0 ? r.Title : "Topic to be agreed", r.Place, r.IsOnline, [.. r.Dates.Select(d => new Period(d.StartsAtUtc, d.EndsAtUtc))], r.Capacity, r.Held, r.Waiting,
            r.My is null ? null : new SessionCard.Mine(r.My.Id, r.My.Status, r.Ahead + 1, r.My.OfferedUntilUtc),
            IsMasked: desk && r.Visibility == Visibility.Private && r.My is null && !r.Trains).Masked());
    }

#pragma warning disable CA1304, CA1311 // becomes SQL's lower(), and never runs here
    // Words of a private session are nobody's to search but its own people's.
    private static IQueryable<Session> Matching(IQueryable<Session> sessions, Viewer viewer, string? q)
    {
        if (string.IsNullOrWhiteSpace(q)) { return sessions; }
        foreach (var word in (q.Length > MostWords ? q[..MostWords] : q).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var like = $"%{word.ToLowerInvariant().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
            sessions = sessions.Where(s => (s.Visibility == Visibility.Open || s.Trainers.Any(t => t.PersonId == viewer.Id) || !viewer.IsDesk)
                && (EF.Functions.Like(s.Title.ToLower(), like, "\\") || EF.Functions.Like((s.Description ?? "").ToLower(), like, "\\") || EF.Functions.Like((s.Tags ?? "").ToLower(), like, "\\")));
        }
        return sessions;
    }
#pragma warning restore CA1304, CA1311

    private static string Cursor(SessionCard last) => $"{last.First.StartsAtUtc.Ticks:x}.{last.Id:N}";

    private static (DateTime StartsAtUtc, Guid Id)? Cursor(string? text) =>
        text?.Split('.') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var at) && at is >= 0 and < 3155378975999999999 && Guid.TryParse(id, out var guid)
            ? (new DateTime(at, DateTimeKind.Utc), guid) : null;
}
