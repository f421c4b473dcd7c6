namespace BetterTogether.Learning.Domain.Calendars;

/// <summary>One entry of a feed.</summary>
/// <param name="StampUtc">When it became what it is: the same entry reads the same each time, so that a calendar need not fetch it again.</param>
public sealed record FeedEntry(string Uid, int Sequence, DateTime StampUtc, Occasion Occasion)
{
    public Invite Published => new(
        Uid, Sequence, InviteMethod.Publish, StampUtc, Occasion.Period.StartsAtUtc, Occasion.Period.EndsAtUtc,
        Occasion.Summary, Occasion.Location, Occasion.Description, Organiser: null, Attendee: null, Occasion.Private);
}
