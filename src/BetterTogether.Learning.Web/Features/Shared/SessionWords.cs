using BetterTogether.Learning.Domain.Sessions;

namespace BetterTogether.Learning.Web.Features.Shared;

/// <summary>The enums of sessions as people read them.</summary>
public static class SessionWords
{
    public static IReadOnlyDictionary<SessionKind, string> Kinds { get; } = new Dictionary<SessionKind, string>
    {
        [SessionKind.LearningWednesday] = "Learning Wednesday",
        [SessionKind.DirectWork] = "Direct-work training",
        [SessionKind.RestorativeFacilitator] = "Restorative facilitator session",
        [SessionKind.Circle] = "Circle",
        [SessionKind.Course] = "Course",
    };

    public static IReadOnlyDictionary<SessionStatus, string> Statuses { get; } = new Dictionary<SessionStatus, string>
    {
        [SessionStatus.Draft] = "Draft",
        [SessionStatus.Published] = "Published",
        [SessionStatus.Cancelled] = "Cancelled",
    };

    public static string Of(SessionKind kind) => Kinds[kind];

    public static string Of(SessionStatus status) => Statuses[status];

    public static string TagClass(SessionKind kind) => "bt-tag bt-tag--" + kind switch
    {
        SessionKind.LearningWednesday => "learning-wednesday",
        SessionKind.DirectWork => "direct-work",
        SessionKind.RestorativeFacilitator => "restorative",
        SessionKind.Circle => "circle",
        _ => "course",
    };
}
