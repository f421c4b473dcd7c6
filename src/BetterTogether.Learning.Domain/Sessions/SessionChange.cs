namespace BetterTogether.Learning.Domain.Sessions;

/// <summary>What a change made of a session, for those who must be told.</summary>
public sealed record SessionChange(SessionDetails Before, SessionDetails After)
{
    public bool Moved => !Before.Dates.SequenceEqual(After.Dates);
    public bool Relocated => Before.Place != After.Place || Before.JoinUrl != After.JoinUrl;
    public bool Renamed => Before.Title != After.Title;

    /// <summary>Whether a calendar entry or somebody's plans change with it.</summary>
    public bool MattersToThoseBooked => Moved || Relocated || Renamed;
}
