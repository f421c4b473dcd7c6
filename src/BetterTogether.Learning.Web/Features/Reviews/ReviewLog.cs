namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>Ids and events; never a name or a word of a review.</summary>
public static partial class ReviewLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Cycle {CycleId} is open: {Count} reviews")]
    public static partial void CycleOpened(this ILogger log, Guid cycleId, int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "Review {ReviewId} is complete at version {Version}")]
    public static partial void Completed(this ILogger log, Guid reviewId, int version);

    [LoggerMessage(Level = LogLevel.Information, Message = "Review {ReviewId} has moved to another lead")]
    public static partial void Moved(this ILogger log, Guid reviewId);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} reminders of reviews, {Kind}")]
    public static partial void Reminded(this ILogger log, int count, string kind);

    [LoggerMessage(Level = LogLevel.Error, Message = "The year of reviews could not be looked after; trying again")]
    public static partial void CannotLookAfter(this ILogger log, Exception e);
}
