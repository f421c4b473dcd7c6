using System.Security.Claims;
using BetterTogether.Learning.Domain.Sessions;

namespace BetterTogether.Learning.Web.Features.Desk;

/// <summary>One day of a series with its sessions.</summary>
/// <param name="Told">People who hold a place or wait on that day: they hear of it when it is skipped.</param>
public sealed record SeriesDate(DateOnly Day, IReadOnlyList<SeriesDate.Line> Lines, bool MaySkip, int Told)
{
    /// <param name="Title">Of a private session the desk sees no title.</param>
    /// <param name="ByHand">Names of what was changed by hand.</param>
    public sealed record Line(Session Session, string Title, IReadOnlyList<string> ByHand);

    public bool IsSkipped => Lines.All(l => l.Session.Status == SessionStatus.Cancelled);

    public static SeriesDate Of(DateOnly day, Series series, IEnumerable<Session> sessions, ClaimsPrincipal user, DateTime nowUtc)
    {
        var lines = sessions.OrderBy(s => s.Slot!.Slot).ThenBy(s => s.Slot!.Parallel).Select(s => user.MayPlan(s)
            ? new Line(s, s.TitleOrSlot, series.ChangedByHand(s)) : new Line(s, Domain.Calendars.Invite.PrivateSummary, [])).ToList();
        var running = lines.Where(l => l.Session.Status != SessionStatus.Cancelled).Select(l => l.Session).ToList();
        return new SeriesDate(day, lines, running.Count > 0 && running.TrueForAll(s => !s.HasBegun(nowUtc)), running.Sum(s => s.Held + s.Waiting));
    }
}
