namespace BetterTogether.Learning.Web.Features.SignIns;

public static partial class SignInsLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Signed in: person {PersonId}")]
    public static partial void SignedIn(this ILogger log, Guid personId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Sign-in code made: {CodeId}, mailed: {Mailed}")]
    public static partial void CodeMade(this ILogger log, Guid codeId, bool mailed);

    [LoggerMessage(Level = LogLevel.Information, Message = "Sign-in code wrong, used up or too old: {CodeId}")]
    public static partial void CodeRefused(this ILogger log, Guid codeId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Person {PersonId} came into the directory with their first sign-in")]
    public static partial void CameIn(this ILogger log, Guid personId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Cannot look up a sign-in, the database is away: {Reason}")]
    public static partial void CannotRead(this ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody can sign in yet: the directory is empty. Name the first administrator in SignIn__Administrator")]
    public static partial void NobodyKnown(this ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cannot clear old sign-ins and codes; trying again in an hour")]
    public static partial void CannotSweep(this ILogger log, Exception e);
}
