using BetterTogether.Learning.Domain.People;

namespace BetterTogether.Learning.Domain.Reviews;

/// <summary>Why no review is expected of somebody. Shown as "not due"; never why they are away.</summary>
public enum NotDueReason
{
    Probation,
    Away,
    Merged,
    Left,
    NoLineManager,
    NotEmployed,
    JoinedLater,
}

/// <summary>Who is due in a cycle, until when, and why not: computed from the directory, the days away and what the desk has noted.</summary>
public static class Due
{
    /// <summary>A first review after probation, or a conversation after coming back: within eight weeks.</summary>
    public const int DaysAfter = 56;

    /// <summary>Whether somebody gets a review when a cycle opens: employees with a line manager. Those not due for a while get one too, to be ready when they are.</summary>
    public static NotDueReason? WhyNone(Person person, Guid? leadId, DateOnly today) =>
        !person.Active || person.LastDay < today ? NotDueReason.Left
        : person.Employment != Employment.Employee ? NotDueReason.NotEmployed
        : leadId is null ? NotDueReason.NoLineManager
        : null;

    /// <summary>Why a review that is there is not due; null: it is.</summary>
    public static NotDueReason? WhyNot(Cycle cycle, DueException? exception, IEnumerable<AwayPeriod> away) => exception switch
    {
        { Kind: DueExceptionKind.Merged } => NotDueReason.Merged,
        { Kind: DueExceptionKind.Probation, CountsFrom: null } => NotDueReason.Probation,
        _ => away.Any(a => a.From <= cycle.Opens && (a.Until is not { } until || until >= cycle.Closes)) ? NotDueReason.Away : null,
    };

    /// <summary>The last London day that is in time; null while somebody is away and nobody knows for how long.</summary>
    public static DateOnly? By(Cycle cycle, DueException? exception, IEnumerable<AwayPeriod> away)
    {
        var by = cycle.Closes;
        if (exception?.CountsFrom is { } confirmed) { by = Later(by, confirmed.AddDays(DaysAfter)); }
        foreach (var period in away.Where(a => a.Until is not { } until || until >= cycle.Opens))
        {
            if (period.Until is not { } until) { return null; }
            by = Later(by, until.AddDays(DaysAfter));
        }
        return by;
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
