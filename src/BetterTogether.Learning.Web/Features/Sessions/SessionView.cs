using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.Bookings;

namespace BetterTogether.Learning.Web.Features.Sessions;

/// <summary>A session in the API. <c>startsAtUtc</c> and <c>endsAtUtc</c> are the first date's.</summary>
public sealed record SessionView(
    Guid Id, Guid? Series, string Title, SessionKind Kind, Visibility Visibility, DateTime StartsAtUtc, DateTime EndsAtUtc, IReadOnlyList<Period> Dates,
    string? Place, string? JoinUrl, int Capacity, int PlacesFree, int Waiting, SessionStatus Status, BookingView? My,
    string? Description = null, string? Audience = null, string? Prerequisites = null, IReadOnlyList<string>? Tags = null)
{
    public static SessionView From(SessionCard card, Guid? series = null, string? joinUrl = null) => new(
        card.Id, series, card.Title, card.Kind, card.Visibility, card.First.StartsAtUtc, card.First.EndsAtUtc, card.Dates, card.Place, joinUrl,
        card.Capacity, card.PlacesFree, card.Waiting, card.Status, card.My is { } my ? Mine(card.Id, my) : null);

    public static SessionView From(SessionPageView page) => From(page.Card, page.SeriesId, page.JoinUrl) with
    {
        Description = page.Description, Audience = page.Audience, Prerequisites = page.Prerequisites, Tags = page.Tags,
    };

    private static BookingView Mine(Guid sessionId, SessionCard.Mine my) =>
        new(my.Id, sessionId, my.Status, my.Status == BookingStatus.Waiting ? my.Position : null, my.OfferedUntilUtc);
}

public sealed record SessionList(IReadOnlyList<SessionView> Items, string? Next);
