using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Reviews;

/// <summary>When the two mean to talk. Both get an invite that says nothing of what it is about.</summary>
public sealed partial class Review
{
    public DateTime? PlannedStartsAtUtc { get; private set; }
    public DateTime? PlannedEndsAtUtc { get; private set; }
    public string? PlannedPlace { get; private set; }
    /// <summary>Counts plans, so that each tells both once.</summary>
    public int PlanNumber { get; private set; }

    public Period? Planned => PlannedStartsAtUtc is { } starts && PlannedEndsAtUtc is { } ends ? new Period(starts, ends) : null;

    public Result<Review> PlanFor(Period when, string? place, DateTime nowUtc)
    {
        var where = string.IsNullOrWhiteSpace(place) ? null : place.Trim();
        if (IsComplete) { return new ReviewComplete(); }
        if (when.StartsAtUtc <= nowUtc) { return new Invalid("plan-in-past", "Choose a time that is still ahead", "PlanDate"); }
        if (when.EndsAtUtc <= when.StartsAtUtc || when.EndsAtUtc - when.StartsAtUtc > TimeSpan.FromHours(8)) { return new Invalid("plan-length", "It must end after it starts, on the same day", "PlanEnds"); }
        if (where?.Length > ReviewText.LongestLine || where?.IsLine() == false) { return new Invalid("plan-place", $"Use one line of {ReviewText.LongestLine} characters or fewer", "PlanPlace"); }
        if (Planned == when && PlannedPlace == where) { return this; }
        (PlannedStartsAtUtc, PlannedEndsAtUtc, PlannedPlace) = (when.StartsAtUtc, when.EndsAtUtc, where);
        PlanNumber++;
        Prepare();
        return this;
    }

    public void CallOffPlan()
    {
        if (Planned is null) { return; }
        (PlannedStartsAtUtc, PlannedEndsAtUtc, PlannedPlace) = (null, null, null);
        PlanNumber++;
    }
}
