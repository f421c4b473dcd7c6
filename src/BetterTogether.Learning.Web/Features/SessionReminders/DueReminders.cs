using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.SessionReminders;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.SessionReminders;

/// <summary>A booking on one date about which its holder is to hear. (Properties, not a constructor: the query is taken further.)</summary>
public sealed record DueReminder
{
    public required Guid BookingId { get; init; }
    public required Guid PersonId { get; init; }
    public required string Email { get; init; }
    public required string Name { get; init; }
    public required Guid SessionId { get; init; }
    public required SessionKind Kind { get; init; }
    public required Visibility Visibility { get; init; }
    public required string Title { get; init; }
    public required string? Place { get; init; }
    public required string? JoinUrl { get; init; }
    public required DateTime StartsAtUtc { get; init; }
    public required DateTime EndsAtUtc { get; init; }

    public Period Period => new(StartsAtUtc, EndsAtUtc);

    public bool IsPrivate => Visibility == Visibility.Private;
}

/// <summary>Due is a question to the database: who is booked on what starts in the plan's span, and has not been told of that start.</summary>
internal static class DueReminders
{
    /// <summary>What is due for the next so many people; all of one person's, so that their day is one mail.</summary>
    public static async Task<List<DueReminder>> NextAsync(LearningDb db, ReminderPlan plan, Period starts, DateTime bookedByUtc, DateOnly today, int people, CancellationToken cancel)
    {
        var due = Due(db, plan, starts, bookedByUtc, today);
        var next = await due.Select(d => d.PersonId).Distinct().OrderBy(id => id).Take(people).ToListAsync(cancel);
        return next.Count == 0 ? [] : await due.Where(d => next.Contains(d.PersonId)).ToListAsync(cancel);
    }

    private static IQueryable<DueReminder> Due(LearningDb db, ReminderPlan plan, Period starts, DateTime bookedByUtc, DateOnly today)
    {
        var (kind, online, from, before) = (plan.Kind, plan.IsOnlineOnly, starts.StartsAtUtc, starts.EndsAtUtc);
        return from date in db.SessionDates
               join session in db.Sessions on date.SessionId equals session.Id
               join booking in db.Bookings on session.Id equals booking.SessionId
               join person in db.People on booking.PersonId equals person.Id
               where date.StartsAtUtc > @from && date.StartsAtUtc < before
                  && session.Status == SessionStatus.Published && (!online || session.JoinUrl != null)
                  && booking.Status == BookingStatus.Confirmed && (booking.ConfirmedAtUtc ?? booking.BookedAtUtc) <= bookedByUtc
                  && person.Active
                  // Whoever is away hears of nothing but what they booked meanwhile.
                  && !db.AwayPeriods.Any(a => a.PersonId == person.Id && a.From <= today && (a.Until == null || today <= a.Until) && DateOnly.FromDateTime(booking.BookedAtUtc) < a.From)
                  && !db.SentReminders.Any(r => r.BookingId == booking.Id && r.Kind == kind && r.StartsAtUtc == date.StartsAtUtc)
               select new DueReminder
               {
                   BookingId = booking.Id, PersonId = person.Id, Email = person.Email, Name = person.Name, SessionId = session.Id, Kind = session.Kind, Visibility = session.Visibility,
                   Title = session.Title, Place = session.Place, JoinUrl = session.JoinUrl, StartsAtUtc = date.StartsAtUtc, EndsAtUtc = date.EndsAtUtc,
               };
    }
}
