namespace BetterTogether.Learning.Web.Features.People;

public static partial class PeopleLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Person {PersonId} added by {ActorId}")]
    public static partial void Added(this ILogger log, Guid personId, Guid actorId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Person {PersonId} deactivated by {ActorId}")]
    public static partial void Deactivated(this ILogger log, Guid personId, Guid actorId);
}
