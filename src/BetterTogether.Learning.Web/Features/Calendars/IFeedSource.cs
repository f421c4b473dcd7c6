using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Web.Data;

namespace BetterTogether.Learning.Web.Features.Calendars;

/// <summary>What a feature puts into a person's feed; each feature that invites people registers one. Threading: holds no state.</summary>
public interface IFeedSource
{
    /// <param name="fromUtc">What ended before is left out.</param>
    Task<IReadOnlyList<FeedEntry>> OfAsync(LearningDb db, Guid personId, DateTime fromUtc, CancellationToken cancel);
}
