using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Circles;
using BetterTogether.Learning.Web.Features.DevelopmentPlan;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Bookings;

/// <summary>Booking, giving back and answering offers: each one decision under the session's lock, with its mails and audit lines.</summary>
public sealed class BookingService(UnitOfWork work, BookingReads reads, BookingMails mails, SessionCircleService circles, IOptions<BookingOptions> options)
{
    public Task<Result<BookingView>> BookAsync(Guid sessionId, BookRequest request, CancellationToken cancel) =>
        work.DecideAsync(sessionId, (db, nowUtc) => db.OnceAsync(request.Once, nowUtc, () => BookInAsync(db, sessionId, request, [], nowUtc, cancel)), cancel);

    /// <summary>Several in one press: each session gets its own answer; a clash that is not confirmed stops them all, before anything is booked.</summary>
    public Task<Result<IReadOnlyList<BookedOne>>> BookSeveralAsync(IReadOnlyCollection<Guid> sessionIds, BookRequest request, CancellationToken cancel) =>
        work.DecideAsync<IReadOnlyList<BookedOne>>(sessionIds, (db, nowUtc) => db.OnceAsync<IReadOnlyList<BookedOne>>(request.Once, nowUtc, async () =>
        {
            if (sessionIds.Count == 0) { return new NothingChosen(); }
            var (answers, booked) = (new List<BookedOne>(), new List<Engagement>());
            foreach (var id in sessionIds.Distinct())
            {
                var one = await BookInAsync(db, id, request, booked, nowUtc, cancel);
                if (one.Refusal is Clash clash) { return clash; }
                answers.Add(new BookedOne(id, one.Refusal is null ? one.Value : null, one.Refusal?.Message));
            }
            return answers;
        }), cancel);

    /// <summary>"I can't come", leaving the list, turning down an offer before it came, or released by the desk or a manager.</summary>
    public Task<Result<BookingView>> CancelAsync(Guid bookingId, Guid callerId, bool isDesk, CancelReason? reason, CancellationToken cancel) =>
        ChangeAsync(bookingId, callerId, isDesk, othersMay: true, (line, booking) => line.Places.Cancel(booking, callerId, reason), cancel);

    /// <summary>A manager gives the place of one of their people to another; both are told.</summary>
    public async Task<Result<BookingView>> SwapAsync(Guid bookingId, string toEmail, Guid callerId, CancellationToken cancel)
    {
        if (await work.SessionOfAsync(bookingId, cancel) is not { } sessionId) { return new BookingNotFound(); }
        return await work.DecideAsync<BookingView>(sessionId, async (db, nowUtc) =>
        {
            if (await db.Bookings.SingleOrDefaultAsync(b => b.Id == bookingId, cancel) is not { } booking || await reads.SessionAsync(db, sessionId, cancel) is not { Visibility: Visibility.Open } session) { return new BookingNotFound(); }
            if (!await ManagesAsync(db, callerId, booking.PersonId, cancel)) { return new BookingNotFound(); }
            var to = await WhoAsync(db, new BookRequest(callerId, IsDesk: false, ForEmail: toEmail), nowUtc, cancel);
            if (to.Refusal is { } stranger) { return stranger; }
            var theirs = await reads.AroundAsync(db, to.Value.Id, session, nowUtc, cancel);
            if (theirs.Any(m => m.SessionId == sessionId)) { return new AlreadyBooked(); }
            if (BookingHistory.Clash(theirs, [], [.. session.Dates.Select(d => new Engagement(session.Title, session.Place, d.Period))], isOwn: false) is { } clash) { return clash; }
            var line = await BookingLine.LoadAsync(db, session, options.Value.Policy, nowUtc, cancel, booking);
            var swapped = line.Places.Swap(booking, to.Value.Id, callerId);
            if (swapped.Refusal is { } no) { return no; }
            await circles.UnseatAsync(db, session, booking.PersonId, nowUtc, cancel);
            // Whoever leaves stands in nobody's way.
            await db.SaveChangesAsync(cancel);
            if (await SessionCircleService.WhyNotAsync(db, session, to.Value, nowUtc, cancel) is { } shut) { return shut; }
            db.Add(swapped.Value);
            db.Record(nowUtc, callerId, "booking-swapped", booking.Id, nameof(Booking.PersonId));
            await mails.TellAnswerAsync(db, session, booking, BookingStatus.Confirmed, line.Person(booking), callerId, nowUtc, cancel);
            await mails.TellConfirmedAsync(db, session, swapped.Value, to.Value, nowUtc, cancel);
            // Whoever was passed over because of the one who leaves may be no longer.
            if (session.Waiting > 0 && session.Unheld > 0) { await MoveAsync(db, session, nowUtc, cancel); }
            return BookingView.From(swapped.Value);
        }, cancel);
    }

    public Task<Result<BookingView>> AcceptAsync(Guid bookingId, Guid callerId, CancellationToken cancel) =>
        ChangeAsync(bookingId, callerId, isDesk: false, othersMay: false, (line, booking) => line.Places.Accept(booking), cancel);

    public Task<Result<BookingView>> DeclineAsync(Guid bookingId, Guid callerId, CancellationToken cancel) =>
        ChangeAsync(bookingId, callerId, isDesk: false, othersMay: false, (line, booking) => line.Places.Decline(booking), cancel);

    /// <summary>A person's live bookings on sessions that are not over, one line a date, the next first, for other features' pages.</summary>
    public async Task<List<Upcoming>> UpcomingAsync(Guid personId, DateTime nowUtc, CancellationToken cancel)
    {
        await using var db = await work.ReadAsync(cancel);
        return await reads.UpcomingAsync(db, personId, nowUtc, cancel);
    }

    /// <summary>The active people a manager may book for.</summary>
    public async Task<List<PersonOption>> MyPeopleAsync(Guid managerId, CancellationToken cancel)
    {
        await using var db = await work.ReadAsync(cancel);
        return await new BookingQueries(db).MyPeopleAsync(managerId, cancel);
    }

    /// <summary>Passes on offers whose time is up and lets go those still waiting when the session begins.</summary>
    public Task<Result<Session>> LapseAsync(Guid sessionId, CancellationToken cancel) =>
        work.DecideAsync<Session>(sessionId, async (db, nowUtc) =>
        {
            if (await reads.SessionAsync(db, sessionId, cancel) is not { } session) { return new SessionNotFound(); }
            var line = await BookingLine.LoadAsync(db, session, options.Value.Policy, nowUtc, cancel);
            line.Places.Lapse();
            mails.TellTheLine(db, session, line, nowUtc);
            return session;
        }, cancel);

    /// <summary>Part of the decision that published a session: nobody has booked it yet, but who facilitates its circle is invited.</summary>
    internal Task SessionPublishedAsync(LearningDb db, Session session, DateTime nowUtc, CancellationToken cancel) => circles.PublishAsync(db, session, nowUtc, cancel);

    /// <summary>
    /// Part of the decision that changed a session: hands on added places and tells everybody booked, and those who facilitate its circle, what is new.
    /// Call it inside a unit of work that holds the session's lock.
    /// </summary>
    /// <returns>Why it cannot be changed so.</returns>
    internal async Task<Refusal?> SessionChangedAsync(LearningDb db, Session session, SessionChange change, DateTime nowUtc, CancellationToken cancel)
    {
        if (session.Status != SessionStatus.Published) { return null; }
        if (change.Moved && await IsMarkedAsync(db, session, change, cancel)) { return new RegisterStands(); }
        if (await circles.FollowAsync(db, session, change, nowUtc, cancel) is { } no) { return no; }
        if (change.MattersToThoseBooked) { await mails.TellOfChangeAsync(db, session, change, nowUtc, cancel); }
        if (!change.Moved && (session.Waiting == 0 || session.Unheld == 0)) { return null; }
        var line = await BookingLine.LoadAsync(db, session, options.Value.Policy, nowUtc, cancel);
        line.Places.EndOffersByTheStart();
        line.Places.Move();
        mails.TellTheLine(db, session, line, nowUtc);
        return null;
    }

    /// <summary>Part of the decision that called a session off: lets everybody go and tells them.</summary>
    internal async Task SessionCancelledAsync(LearningDb db, Session session, Guid byId, string? reason, DateTime nowUtc, CancellationToken cancel)
    {
        var confirmed = await db.Bookings.Where(b => b.SessionId == session.Id && b.Status == BookingStatus.Confirmed).ToListAsync(cancel);
        var line = await BookingLine.LoadAsync(db, session, options.Value.Policy, nowUtc, cancel);
        var told = await mails.TellOfCancellationAsync(db, session, reason, nowUtc, cancel);
        await circles.CallOffAsync(db, session, byId, reason, nowUtc, cancel);
        line.Places.LetAllGo(confirmed, byId);
        db.Record(nowUtc, byId, "bookings-let-go", session.Id, $"{told}");
    }

    /// <summary>Part of a decision that holds the session's lock.</summary>
    internal async Task<Result<BookingView>> BookInAsync(LearningDb db, Guid sessionId, BookRequest request, List<Engagement> alsoBooking, DateTime nowUtc, CancellationToken cancel)
    {
        if (await reads.SessionAsync(db, sessionId, cancel) is not { } session || !await MaySeeAsync(db, session, request, cancel)) { return new SessionNotFound(); }
        var found = await WhoAsync(db, request with { IsDesk = request.IsDesk || session.Visibility == Visibility.Private }, nowUtc, cancel);
        if (found.Refusal is { } stranger) { return stranger; }
        var person = found.Value;
        var mine = await reads.AroundAsync(db, person.Id, session, nowUtc, cancel);
        if (mine.Any(m => m.SessionId == sessionId)) { return new AlreadyBooked(); }
        if (await SessionCircleService.WhyNotAsync(db, session, person, nowUtc, cancel) is { } shut) { return shut; }
        var wanted = session.Dates.Select(d => new Engagement(session.Title, session.Place, d.Period)).ToList();
        if (!request.ConfirmClash && BookingHistory.Clash(mine, alsoBooking, wanted, isOwn: person.Id == request.CallerId) is { } clash) { return clash; }
        alsoBooking.AddRange(wanted);

        var priority = session.PlacesFree == 0 && await BookingHistory.HasPriorityAsync(db, person.Id, session, cancel);
        var decided = session.Book(person.Id, request.CallerId, priority, nowUtc);
        if (decided.Refusal is { } no) { return no; }
        var booking = decided.Value;
        db.Add(booking);
        if (request.ObjectiveId is { } objective && person.Id == request.CallerId) { await ObjectiveService.LinkBookingAsync(db, objective, booking, cancel); }
        db.Record(nowUtc, request.CallerId, booking.Status == BookingStatus.Confirmed ? "booking-confirmed" : "booking-waiting", booking.Id);
        if (booking.Status == BookingStatus.Confirmed)
        {
            await mails.TellConfirmedAsync(db, session, booking, person, nowUtc, cancel);
            return BookingView.From(booking);
        }
        return await JoinAsync(db, session, booking, person, nowUtc, cancel);
    }

    // On the list. Where a place is just now offered to all, or free beside those who cannot come in, the newcomer is asked like everybody else.
    private async Task<Result<BookingView>> JoinAsync(LearningDb db, Session session, Booking booking, Person person, DateTime nowUtc, CancellationToken cancel)
    {
        var position = booking.Priority ? 1 + await BookingHistory.PriorityAheadAsync(db, session.Id, cancel) : session.Waiting;
        await mails.TellWaitingAsync(db, session, booking, person, position, nowUtc, cancel);
        if (session.HeldForAll > 0 || session.Unheld > 0) { await MoveAsync(db, session, nowUtc, cancel); }
        return BookingView.From(booking, position);
    }

    private async Task MoveAsync(LearningDb db, Session session, DateTime nowUtc, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        var line = await BookingLine.LoadAsync(db, session, options.Value.Policy, nowUtc, cancel);
        line.Places.Move();
        mails.TellTheLine(db, session, line, nowUtc);
    }

    private async Task<Result<BookingView>> ChangeAsync(Guid bookingId, Guid callerId, bool isDesk, bool othersMay, Func<BookingLine, Booking, Result<Booking>> decide, CancellationToken cancel)
    {
        if (await work.SessionOfAsync(bookingId, cancel) is not { } sessionId) { return new BookingNotFound(); }
        return await work.DecideAsync<BookingView>(sessionId, async (db, nowUtc) =>
        {
            if (await db.Bookings.SingleOrDefaultAsync(b => b.Id == bookingId, cancel) is not { } booking || await reads.SessionAsync(db, sessionId, cancel) is not { } session) { return new BookingNotFound(); }
            if (booking.PersonId != callerId && !(othersMay && (isDesk || await ManagesAsync(db, callerId, booking.PersonId, cancel)))) { return new BookingNotFound(); }
            var before = booking.Status;
            var line = await BookingLine.LoadAsync(db, session, options.Value.Policy, nowUtc, cancel, booking);
            var decided = decide(line, booking);
            if (decided.Refusal is { } no) { return no; }
            if (booking.Status != before)
            {
                db.Record(nowUtc, callerId, $"booking-{booking.Status.ToString().ToLowerInvariant()}", booking.Id, nameof(Booking.Status));
                await TellAsync(db, session, line, booking, before, callerId, nowUtc, cancel);
            }
            return BookingView.From(booking, line.Position(booking));
        }, cancel);
    }

    /// <summary>Part of the decision that changed a booking: a place given up takes its seat in the circle along, and everybody whom it concerns is told.</summary>
    internal async Task TellAsync(LearningDb db, Session session, BookingLine line, Booking booking, BookingStatus before, Guid byId, DateTime nowUtc, CancellationToken cancel)
    {
        if (before == BookingStatus.Confirmed) { await circles.UnseatAsync(db, session, booking.PersonId, nowUtc, cancel); }
        await mails.TellAnswerAsync(db, session, booking, before, line.Person(booking), byId, nowUtc, cancel);
        mails.TellTheLine(db, session, line, nowUtc);
    }

    // A private session is booked by its trainer, for anybody; to everybody else it does not exist. The desk would learn who is on it.
    private static async Task<bool> MaySeeAsync(LearningDb db, Session session, BookRequest request, CancellationToken cancel) =>
        session.Visibility == Visibility.Open || await db.Set<SessionTrainer>().AnyAsync(t => t.SessionId == session.Id && t.PersonId == request.CallerId, cancel);

    private async Task<Result<Person>> WhoAsync(LearningDb db, BookRequest request, DateTime nowUtc, CancellationToken cancel)
    {
        var email = request.ForEmail is null ? null : PersonDetails.TidyEmail(request.ForEmail);
        var person = email is null ? await reads.PersonAsync(db, request.CallerId, cancel) : await db.People.SingleOrDefaultAsync(p => p.Email == email, cancel);
        if (person is null || !person.IsHere(nowUtc)) { return email is null || request.IsDesk ? new PersonNotFound() : new NotYourPerson(); }
        return person.Id == request.CallerId || request.IsDesk || person.ManagerId == request.CallerId ? person : new NotYourPerson();
    }

    // Who came, came on that day.
    private static Task<bool> IsMarkedAsync(LearningDb db, Session session, SessionChange change, CancellationToken cancel)
    {
        var others = change.Was.Where(was => !session.Dates.Any(d => d.Id == was.Key && d.Period == was.Value)).Select(was => was.Key).ToList();
        return db.Attendances.AnyAsync(a => others.Contains(a.SessionDateId), cancel);
    }

    private static Task<bool> ManagesAsync(LearningDb db, Guid managerId, Guid personId, CancellationToken cancel) =>
        db.People.AnyAsync(p => p.Id == personId && p.ManagerId == managerId, cancel);
}

/// <summary>The answer for one of several sessions: the booking, or why there is none.</summary>
public sealed record BookedOne(Guid SessionId, BookingView? Booking, string? Refusal);
