using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Sessions;

namespace BetterTogether.Learning.Web.Features.Sessions;

/// <summary>A session's own page, cut to what the viewer may see.</summary>
/// <param name="JoinUrl">Only for those who hold a place, its trainers and, of open sessions, the desk.</param>
/// <param name="Trainers">Only for people who are signed in.</param>
public sealed record SessionPageView(
    SessionCard Card, string? Description, string? Audience, string? Prerequisites, IReadOnlyList<string> Tags, string? JoinUrl,
    IReadOnlyList<SessionPageView.Trainer> Trainers, string? OutsideTrainers, string? CostCode, int? DatesToComplete, Guid? SeriesId, bool MayEdit)
{
    public sealed record Trainer(Guid Id, string Name);

    public static SessionPageView For(Viewer viewer, SessionCard card, Session session, IReadOnlyList<Trainer> trainers)
    {
        var trains = trainers.Any(t => t.Id == viewer.Id);
        var mayEdit = trains || (viewer.IsDesk && session.Visibility == Visibility.Open);
        if (card.IsMasked) { return new(card, null, null, null, [], null, [], null, null, null, session.Slot?.SeriesId, MayEdit: false); }
        return new(
            card, session.Description, session.Audience, session.Prerequisites, session.Tags?.Split(", ") ?? [],
            mayEdit || card.My?.Status == BookingStatus.Confirmed ? session.JoinUrl : null,
            viewer.Id is null ? [] : trainers, viewer.Id is null ? null : session.OutsideTrainers,
            viewer.IsDesk ? session.CostCode : null, session.DatesToComplete, session.Slot?.SeriesId, mayEdit);
    }
}
