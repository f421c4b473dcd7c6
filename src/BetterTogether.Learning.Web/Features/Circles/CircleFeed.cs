using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Calendars;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>The circles a person is invited to, under the UIDs of their invites.</summary>
public sealed class CircleFeed(CircleInvites invites) : IFeedSource
{
    public async Task<IReadOnlyList<FeedEntry>> OfAsync(LearningDb db, Guid personId, DateTime fromUtc, CancellationToken cancel) =>
        (await (from invite in db.SentInvites
                join circle in db.Circles on invite.SubjectId equals circle.Id
                join seat in db.CircleSeats on circle.Id equals seat.CircleId
                join facilitator in db.People on seat.PersonId equals facilitator.Id
                where invite.PersonId == personId && invite.Subject == InviteSubject.Circle && invite.LastMethod == InviteMethod.Request
                   && circle.StartsAtUtc > fromUtc && seat.Role == SeatRole.Facilitator
                select new { invite, circle, facilitator }).AsNoTracking().ToListAsync(cancel))
        .ConvertAll(r => new FeedEntry(r.invite.Uid, r.invite.Sequence, r.invite.LastStampUtc, invites.About(r.circle.Id, r.circle.Face, r.facilitator)));
}
