namespace BetterTogether.Learning.Web.Features.Replies;

/// <summary>Ids and outcomes; never an address, a subject or what a mail says.</summary>
public static partial class ReplyLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Reply to invite {InviteId}: {Reply}")]
    public static partial void ReplyTaken(this ILogger log, Guid inviteId, string reply);

    [LoggerMessage(Level = LogLevel.Information, Message = "Reply to invite {InviteId} ignored: {Why}")]
    public static partial void ReplyIgnored(this ILogger log, Guid? inviteId, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Booking {BookingId} was declined in a calendar but keeps its place: {Why}")]
    public static partial void NotReleased(this ILogger log, Guid bookingId, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "Replies could not be read; trying again")]
    public static partial void RepliesStumbled(this ILogger log, Exception e);
}
