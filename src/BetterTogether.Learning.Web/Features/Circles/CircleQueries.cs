using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>What a page needs of a circle besides the snapshot. Whoever asks has been let in by the snapshot.</summary>
/// <param name="Planned">What it is planned for by itself.</param>
/// <param name="Dates">Of its session, in order; empty where it belongs to none.</param>
/// <param name="OfASession">The session calls it off, not its facilitator.</param>
/// <param name="GroupSupervision">Work with a child: it ends with a record.</param>
public sealed record CircleFacts(Period Planned, IReadOnlyList<Period> Dates, string? CallUrl, bool OfASession, bool GroupSupervision, IReadOnlyList<SeatPerson> People)
{
    public Guid? PersonIn(SeatRole role) => People.FirstOrDefault(p => p.Role == role)?.PersonId;
}

public sealed record SeatPerson(string SeatId, Guid? PersonId, SeatRole Role);

public sealed class CircleQueries(LearningDb db)
{
    public async Task<CircleFacts> FactsAsync(Guid circleId, CancellationToken cancel)
    {
        var row = await db.Circles.AsNoTracking().Where(c => c.Id == circleId).Select(c => new { c.StartsAtUtc, c.Minutes, c.CallUrl, c.SessionId, c.State, c.Script }).SingleAsync(cancel);
        var state = CircleJson.ReadState(row.State, row.Script);
        var dates = await db.SessionDates.Where(d => d.SessionId == row.SessionId).OrderBy(d => d.StartsAtUtc).Select(d => new { d.StartsAtUtc, d.EndsAtUtc }).ToListAsync(cancel);
        return new CircleFacts(new(row.StartsAtUtc, row.StartsAtUtc.AddMinutes(row.Minutes)), dates.ConvertAll(d => new Period(d.StartsAtUtc, d.EndsAtUtc)), row.CallUrl, row.SessionId is not null, state.Format.GroupSupervision, [.. state.Seats.Select(s => new SeatPerson(s.Id, s.PersonId, s.Role))]);
    }

    /// <summary>A circle as it was planned, to be planned anew: its people by their addresses, in the order of the ring.</summary>
    public async Task<NewCircle> PlannedAsync(Guid circleId, CancellationToken cancel)
    {
        var row = await db.Circles.AsNoTracking().Where(c => c.Id == circleId).Select(c => new { c.StartsAtUtc, c.Minutes, c.CallUrl, c.SessionId, c.State, c.Script }).SingleAsync(cancel);
        var state = CircleJson.ReadState(row.State, row.Script);
        var seats = state.Seats.Where(s => !s.AskedToLeave).ToList();
        var ids = seats.Select(s => s.PersonId).OfType<Guid>().ToList();
        var emails = await db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Email, cancel);
        string[] In(SeatRole role) => [.. seats.Where(s => s.Role == role).Select(s => emails.GetValueOrDefault(s.PersonId ?? Guid.Empty)).OfType<string>()];
        string? One(SeatRole role) => In(role) is [var email, ..] ? email : null;
        return new NewCircle(
            state.Title, state.Format, row.StartsAtUtc, row.Minutes, In(SeatRole.Participant), One(SeatRole.Bringer), One(SeatRole.Listener), In(SeatRole.CoFacilitator),
            One(SeatRole.Facilitator), row.CallUrl, row.SessionId, [.. seats.Where(s => s.PersonId is null).Select(s => s.Name)]);
    }
}
