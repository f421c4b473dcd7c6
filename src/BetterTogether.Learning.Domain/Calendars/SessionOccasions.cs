using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Calendars;

public static class SessionOccasions
{
    /// <summary>What a calendar says of one date of a session to somebody who takes part in it.</summary>
    /// <param name="circleLink">Into its circle; null where it is none, or a private one.</param>
    /// <param name="page">A line that leads to the reader's own page.</param>
    public static Occasion Occasion(this Session session, Period period, string? circleLink, string page) => new(session.Title, period, session.Place, string.Join('\n', new[]
    {
        session.Visibility == Visibility.Private ? null : session.Description,
        session.JoinUrl is { } link ? $"Join online: {link}" : null,
        circleLink is null ? null : $"Go into the circle: {circleLink}",
        page,
    }.OfType<string>()), session.Visibility == Visibility.Private);
}
