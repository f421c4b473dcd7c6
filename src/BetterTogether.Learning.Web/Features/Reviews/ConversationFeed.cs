using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Calendars;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>The conversations a person is invited to, under the UIDs of their invites: appointments that say no more.</summary>
public sealed class ConversationFeed(ConversationInvites invites) : IFeedSource
{
    public async Task<IReadOnlyList<FeedEntry>> OfAsync(LearningDb db, Guid personId, DateTime fromUtc, CancellationToken cancel) =>
        (await (from invite in db.SentInvites
                join review in db.Reviews on invite.SubjectId equals review.Id
                where invite.PersonId == personId && invite.Subject == InviteSubject.Review && invite.LastMethod == InviteMethod.Request && review.PlannedEndsAtUtc > fromUtc
                select new { invite, review }).AsNoTracking().ToListAsync(cancel))
        .ConvertAll(r => new FeedEntry(r.invite.Uid, r.invite.Sequence, r.invite.LastStampUtc, invites.About(r.review, r.review.Planned!.Value)));
}
