using System.Security.Claims;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Hosting;

namespace BetterTogether.Learning.Web.Features.Sessions;

/// <summary>Who is looking at the programme: nobody we know, a person, or the learning desk.</summary>
public sealed record Viewer(Guid? Id, bool IsDesk)
{
    public static Viewer From(ClaimsPrincipal user) => new(user.IdOrNull(), user.IsDesk());

    /// <summary>What this viewer may know of at all. Drafts are the desk's and their trainers'; of private sessions the desk sees counts (see <see cref="SessionCard.Masked"/>).</summary>
    public IQueryable<Session> Sees(LearningDb db) => db.Sessions.Where(s =>
        IsDesk
        || s.Trainers.Any(t => t.PersonId == Id)
        || (s.Status != SessionStatus.Draft && s.Visibility == Visibility.Open)
        || (s.Status != SessionStatus.Draft && db.Bookings.Any(b => b.SessionId == s.Id && b.PersonId == Id
            && (b.Status == Domain.Bookings.BookingStatus.Confirmed || b.Status == Domain.Bookings.BookingStatus.Waiting || b.Status == Domain.Bookings.BookingStatus.Offered))));
}
