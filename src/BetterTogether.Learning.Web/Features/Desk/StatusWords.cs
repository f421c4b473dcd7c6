using BetterTogether.Learning.Domain.Sessions;

namespace BetterTogether.Learning.Web.Features.Desk;

/// <summary>Statuses of sessions as those who plan them read them; nobody else sees a draft.</summary>
public static class StatusWords
{
    public static IReadOnlyDictionary<SessionStatus, string> All { get; } = new Dictionary<SessionStatus, string>
    {
        [SessionStatus.Draft] = "Draft",
        [SessionStatus.Published] = "Published",
        [SessionStatus.Cancelled] = "Cancelled",
    };

    public static string Words(this SessionStatus status) => All[status];
}
