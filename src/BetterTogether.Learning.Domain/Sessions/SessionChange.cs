using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Sessions;

/// <summary>What a change made of a session, for those who must be told.</summary>
public sealed record SessionChange(SessionDetails Before, SessionDetails After)
{
    public bool Moved => !Before.Dates.SequenceEqual(After.Dates);
    public bool Relocated => Before.Place != After.Place || Before.JoinUrl != After.JoinUrl;
    public bool Renamed => Before.Title != After.Title;

    /// <summary>What people call it is another: a session that becomes private has no title any more.</summary>
    public bool Retitled => (After.Visibility == Visibility.Open && Renamed) || Before.Visibility != After.Visibility;

    /// <summary>Every date's calendar entry says it, not only those of dates that moved.</summary>
    public bool ConcernsAllDates => Relocated || Retitled;

    /// <summary>Whether the calendar entry of a date says something else now.</summary>
    /// <param name="at">The date's place in the order, by which it keeps its identity.</param>
    public bool Concerns(int at) => ConcernsAllDates || at >= Before.Dates.Count || Before.Dates[at] != After.Dates[at];

    /// <summary>When a date was that has fallen away.</summary>
    public Period Gone(int nth) => Before.Dates[Math.Min(After.Dates.Count + nth, Before.Dates.Count - 1)];

    /// <summary>Whether a calendar entry or somebody's plans change with it.</summary>
    public bool MattersToThoseBooked => Moved || ConcernsAllDates;
}
