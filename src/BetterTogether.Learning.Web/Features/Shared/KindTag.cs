using BetterTogether.Learning.Domain.Sessions;

namespace BetterTogether.Learning.Web.Features.Shared;

/// <summary>Kinds of session as people read them, and the tag's colour.</summary>
public static class KindTag
{
    public static string Words(this SessionKind kind) => kind switch
    {
        SessionKind.LearningWednesday => "Learning Wednesday",
        SessionKind.DirectWork => "Direct work",
        SessionKind.RestorativeFacilitator => "Restorative facilitator",
        SessionKind.Circle => "Circle",
        _ => "Course",
    };

    public static string Css(this SessionKind kind) => "bt-tag bt-tag--" + kind switch
    {
        SessionKind.LearningWednesday => "learning-wednesday",
        SessionKind.DirectWork => "direct-work",
        SessionKind.RestorativeFacilitator => "restorative",
        SessionKind.Circle => "circle",
        _ => "course",
    };
}
