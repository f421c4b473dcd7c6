using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Calendars;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>The sessions a person holds as a circle, date by date, under the UIDs of their invites.</summary>
public sealed class SessionCircleFeed(SessionCircleInviteService invites) : IFeedSource
{
    public async Task<IReadOnlyList<FeedEntry>> OfAsync(LearningDb db, Guid personId, DateTime fromUtc, CancellationToken cancel) =>
        (await (from invite in db.SentInvites
                join date in db.SessionDates on invite.OccurrenceId equals date.Id
                join session in db.Sessions.Include(s => s.Trainers) on date.SessionId equals session.Id
                where invite.PersonId == personId && invite.Subject == InviteSubject.Session && invite.LastMethod == InviteMethod.Request
                   && date.EndsAtUtc > fromUtc && session.Status == SessionStatus.Published
                select new { invite, date, session }).AsNoTracking().ToListAsync(cancel))
        .ConvertAll(r => new FeedEntry(r.invite.Uid, r.invite.Sequence, r.invite.LastStampUtc, invites.About(r.session, r.date.Period, personId)));
}
