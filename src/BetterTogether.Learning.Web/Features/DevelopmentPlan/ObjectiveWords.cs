using BetterTogether.Learning.Domain.Objectives;

namespace BetterTogether.Learning.Web.Features.DevelopmentPlan;

/// <summary>A plan's enums as people read them.</summary>
public static class ObjectiveWords
{
    private const int BeginningLength = 80;

    public static string Css(this ObjectiveStatus status) => "bt-status" + status switch
    {
        ObjectiveStatus.Done => " bt-status--yours",
        ObjectiveStatus.NeedsHelp => " bt-status--offered",
        ObjectiveStatus.OnTrack => " bt-status--on-track",
        _ => " bt-status--quiet",
    };

    public static string Words(this EntryKind kind) => kind switch
    {
        EntryKind.Note => "Note",
        EntryKind.Reworded => "Changed",
        EntryKind.Carried => "Goes on in the next year",
        EntryKind.AttendedSession => "Came to",
        EntryKind.FacilitatedSession => "Facilitated",
        EntryKind.AgreedAction => "Agreed action",
        EntryKind.Reflection => "Reflection",
        _ => "Link",
    };

    /// <summary>The beginning of its words, for lists.</summary>
    public static string Beginning(this ObjectiveEntry entry) => entry.Text.Length <= BeginningLength ? entry.Text : entry.Text[..BeginningLength].TrimEnd() + "…";
}
