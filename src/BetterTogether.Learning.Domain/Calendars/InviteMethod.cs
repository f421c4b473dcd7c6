namespace BetterTogether.Learning.Domain.Calendars;

public enum InviteMethod
{
    Request,
    Cancel,
    Publish,
}

public static class InviteMethods
{
    /// <summary>The word of RFC 5546, for the calendar body and the MIME header alike.</summary>
    public static string Wire(this InviteMethod method) => method switch
    {
        InviteMethod.Request => "REQUEST",
        InviteMethod.Cancel => "CANCEL",
        InviteMethod.Publish => "PUBLISH",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, null),
    };
}
