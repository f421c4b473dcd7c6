namespace BetterTogether.Learning.Web.Features.SessionReminders;

/// <summary>Settings <c>Reminders__*</c>. When each kind goes is the desk's page.</summary>
public sealed class ReminderOptions
{
    /// <summary>Nobody is reminded of a place they have had for less than this.</summary>
    public int NotWithinHours { get; set; } = 3;
}
