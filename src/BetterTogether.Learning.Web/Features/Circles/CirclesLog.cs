namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>Ids and events; never a name, never a word that was said.</summary>
internal static partial class CirclesLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Not hearing other nodes' circles; trying again")]
    public static partial void NotListening(this ILogger log, Exception e);

    [LoggerMessage(Level = LogLevel.Warning, Message = "News of a circle could not be read: is another version running?")]
    public static partial void NotUnderstood(this ILogger log);

    [LoggerMessage(Level = LogLevel.Error, Message = "Presence and timers of circles could not be looked after; trying again")]
    public static partial void CannotWatch(this ILogger log, Exception e);

    [LoggerMessage(Level = LogLevel.Error, Message = "Presence and timers of circle {CircleId} could not be looked after; trying again")]
    public static partial void CannotSweep(this ILogger log, Exception e, Guid circleId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Circle {CircleId} could not be brought up to date")]
    public static partial void CannotFollow(this ILogger log, Exception e, Guid circleId);

    [LoggerMessage(Level = LogLevel.Error, Message = "A change of a circle could not be sent to one connection, which is closed")]
    public static partial void CannotSend(this ILogger log, Exception e);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A worry about somebody's safety that no facilitator of a circle sees reaches nobody, and the room offers nobody outside. Set Circles__DutyContact to the address of whoever is on duty")]
    public static partial void WorriesReachNobodyOutside(this ILogger log);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Somebody's safety in circle {CircleId}: nobody to tell, set Circles__DutyContact")]
    public static partial void NoDutyContact(this ILogger log, Guid circleId);
}
