using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Bookings;

public sealed record NotOnTheRegister() : Refusal("not-on-the-register", "Only somebody with a confirmed place is on the register");

public sealed record NotBegunYet() : Refusal("not-begun", "This date has not begun, so nobody can be marked yet");

public sealed record WhichDate() : Refusal("date-needed", "This session has several dates: say which one, as yyyy-MM-dd", "Date");

/// <summary>The register: who came, a line a date.</summary>
public sealed class AttendanceService(UnitOfWork work)
{
    /// <param name="date">London date; may be left out where the session has one date.</param>
    public async Task<Result<BookingView>> MarkAsync(Guid bookingId, DateOnly? date, AttendanceState state, Guid callerId, bool isDesk, CancellationToken cancel)
    {
        if (await work.SessionOfAsync(bookingId, cancel) is not { } sessionId) { return new BookingNotFound(); }
        return await work.DecideAsync<BookingView>(sessionId, async (db, nowUtc) =>
        {
            var booking = await db.Bookings.SingleAsync(b => b.Id == bookingId, cancel);
            var session = await db.Sessions.Include(s => s.Dates).Include(s => s.Trainers).AsSplitQuery().SingleAsync(s => s.Id == sessionId, cancel);
            if (!session.IsTrainedBy(callerId) && !(isDesk && session.Visibility == Visibility.Open)) { return new BookingNotFound(); }
            if (booking.Status != BookingStatus.Confirmed) { return new NotOnTheRegister(); }
            var dates = session.Dates.Where(d => date is null || d.StartsAtUtc.ToLondonDate() == date).ToList();
            if (dates.Count != 1) { return new WhichDate(); }
            if (nowUtc < dates[0].StartsAtUtc) { return new NotBegunYet(); }
            if (await db.Attendances.FindAsync([bookingId, dates[0].Id], cancel) is { } known) { known.Mark(state, callerId, nowUtc); }
            else { db.Add(new Attendance(bookingId, dates[0].Id, state, callerId, nowUtc)); }
            db.Record(nowUtc, callerId, "attendance-marked", bookingId, nameof(Attendance.State));
            return BookingView.From(booking);
        }, cancel);
    }

    /// <summary>Part of the decision that ended a circle of a session: those with a place who took part came. Nobody is marked absent by it.</summary>
    internal static async Task CameAsync(LearningDb db, Guid sessionId, IReadOnlyCollection<Guid> personIds, Guid byId, DateTime nowUtc)
    {
        var date = await db.SessionDates.Where(d => d.SessionId == sessionId && d.StartsAtUtc <= nowUtc).OrderByDescending(d => d.StartsAtUtc).FirstOrDefaultAsync();
        if (date is null) { return; }
        var bookings = await db.Bookings.Where(b => b.SessionId == sessionId && b.Status == BookingStatus.Confirmed && personIds.Contains(b.PersonId)).Select(b => b.Id).ToListAsync();
        var known = await db.Attendances.Where(a => a.SessionDateId == date.Id && bookings.Contains(a.BookingId)).ToListAsync();
        known.ForEach(a => a.Mark(AttendanceState.Attended, byId, nowUtc));
        db.AddRange(bookings.Except(known.Select(a => a.BookingId)).Select(id => new Attendance(id, date.Id, AttendanceState.Attended, byId, nowUtc)));
        db.Record(nowUtc, byId, "attendance-marked", sessionId, nameof(Attendance.State));
    }
}
