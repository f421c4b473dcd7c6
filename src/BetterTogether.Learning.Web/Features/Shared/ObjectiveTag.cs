using BetterTogether.Learning.Domain.Objectives;

namespace BetterTogether.Learning.Web.Features.Shared;

/// <summary>What kind an objective is and how it stands, as people read it: in the plan and in the review.</summary>
public static class ObjectiveTag
{
    public static string Words(this ObjectiveKind kind) => kind switch
    {
        ObjectiveKind.Work => "Work",
        ObjectiveKind.Training => "Training",
        _ => "Wellbeing",
    };

    public static string Words(this ObjectiveStatus status) => status switch
    {
        ObjectiveStatus.NotStarted => "Not started",
        ObjectiveStatus.OnTrack => "On track",
        ObjectiveStatus.NeedsHelp => "Needs help",
        ObjectiveStatus.Done => "Done",
        _ => "Stopped",
    };
}
