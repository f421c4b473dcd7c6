using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Sessions;

/// <summary>What a change made of a session, for those who must be told.</summary>
/// <param name="Was">When each date was before, by its id: one that has fallen away too.</param>
public sealed record SessionChange(SessionDetails Before, SessionDetails After, IReadOnlyDictionary<Guid, Period> Was)
{
    public bool Moved => !Before.Dates.SequenceEqual(After.Dates);
    public bool Relocated => Before.Place != After.Place || Before.JoinUrl != After.JoinUrl;
    public bool Renamed => Before.Title != After.Title;

    /// <summary>What people call it is another: a session that becomes private has no title any more.</summary>
    public bool Retitled => (After.Visibility == Visibility.Open && Renamed) || Before.Visibility != After.Visibility;

    /// <summary>Every date's calendar entry says it, not only those of dates that moved.</summary>
    public bool ConcernsAllDates => Relocated || Retitled;

    /// <summary>Whether the calendar entry of a date says something else now.</summary>
    public bool Concerns(SessionDate date) => ConcernsAllDates || !Was.TryGetValue(date.Id, out var was) || was != date.Period;

    /// <summary>When a date was before; one that is new, when it is.</summary>
    public Period WhenWas(SessionDate date) => Was.GetValueOrDefault(date.Id, date.Period);

    /// <summary>Whether a calendar entry or somebody's plans change with it.</summary>
    public bool MattersToThoseBooked => Moved || ConcernsAllDates;
}
