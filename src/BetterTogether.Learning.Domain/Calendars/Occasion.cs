using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Calendars;

/// <summary>What a calendar entry tells of one date of anything, before it is anybody's.</summary>
/// <param name="Place">Null where people meet online only.</param>
/// <param name="Description">Lines of plain text: joining link, how to cancel. Empty is left out.</param>
/// <param name="Private">Told as an appointment without a title, and as private to those who share a calendar.</param>
public sealed record Occasion(string Title, Period Period, string? Place, string Description, bool Private = false)
{
    public const string Online = "Online";

    public string Summary => Invite.SummaryFor(Title, Private);

    public string Location => Place ?? Online;
}
