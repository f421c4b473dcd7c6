using System.Text.Json;
using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Circles.Papers;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>The one door to live circles, for the hub, the API and the pages alike. To whoever has no seat there is no such circle.</summary>
public sealed class CircleService(
    UnitOfWork work, CircleRooms rooms, CircleInvites invites, CirclePresence presence, IChangeNotifier notifier, IHubContext<CircleHub> hub, IHostApplicationLifetime lifetime, IOptions<CircleOptions> options, TimeProvider clock,
    ILogger<CircleService> log)
{
    /// <summary>Plans a circle, seats its people in it, and invites them.</summary>
    public Task<Result<Guid>> PlanAsync(NewCircle circle, Guid callerId, OnceKey? once, CancellationToken cancel) =>
        work.DecideAsync<Guid>((db, nowUtc) => db.OnceAsync<Guid>(once, nowUtc, async () =>
        {
            // A form knows minutes, not seconds: what begins now is not past.
            if (circle.StartsAtUtc <= nowUtc.AddMinutes(-1)) { return new StartInThePast(); }
            var planned = await PlanInAsync(db, circle, callerId, nowUtc, cancel);
            if (planned.Refusal is null) { await invites.TellAsync(db, db.Circles.Local.Single(), [.. db.CircleSeats.Local], null, nowUtc, cancel); }
            return planned;
        }), cancel);

    /// <summary>Plans it anew before it runs; whoever stays keeps their seat's state. For its facilitator, and nobody else.</summary>
    public async Task<Result<Guid>> ReplanAsync(Guid circleId, NewCircle circle, Guid callerId, CancellationToken cancel)
    {
        var mine = await SnapshotAsync(circleId, callerId, cancel);
        if (mine.Refusal is { } stranger) { return stranger; }
        if (mine.Value.You.Role != SeatRole.Facilitator) { return new FacilitatorsOnly(); }
        if (Wrong(circle) is { } wrong) { return wrong; }
        await using var db = await work.ReadAsync(cancel);
        var seats = await CircleSeating.SeatAsync(db, circle, callerId, NowUtc, cancel);
        if (seats.Refusal is { } unknown) { return unknown; }
        var plan = new CirclePlan(circleId, circle.Title, circle.Format, mine.Value.AgreementsVersion, seats.Value, circle.StartsAtUtc, await CircleSeating.ComingAsync(db, circleId, seats.Value, cancel));
        var replanned = await rooms.Of(circleId).ChangeAsync((now, nowUtc) => now.Replan(plan, nowUtc), async (rows, nowUtc) =>
        {
            var row = await rows.Circles.SingleAsync(c => c.Id == circleId, CancellationToken.None);
            var before = row.Face;
            row.Replan(circle);
            rows.Record(nowUtc, callerId, "circle-planned", circleId);
            await invites.TellAsync(rows, row, Seats(circleId, seats.Value), before, nowUtc, CancellationToken.None);
        }, cancel);
        return replanned.Refusal is { } no ? no : circleId;
    }

    /// <summary>Comes in over a connection of the hub, and is sent every change from now on.</summary>
    public async Task<Result<CircleSnapshot>> JoinAsync(Guid circleId, HubCallerContext context)
    {
        var personId = context.User!.Id();
        var connection = new CircleConnection(context, personId, hub, clock, log);
        var lease = new CircleLease(connection.Id, circleId, personId, notifier.Node, context.User!.SignIn(), NowUtc + CircleLease.Length);
        var place = await PlaceAsync(circleId, personId, context.ConnectionAborted);
        while (true)
        {
            var room = rooms.Of(circleId);
            var joined = await room.ArriveAsync(lease, place, connection, context.ConnectionAborted);
            if (joined.Refusal is RoomRetired) { continue; }
            if (joined.Refusal is null)
            {
                rooms.Add(room, connection);
                connection.Start();
                // It may have ended while it came in, and then nobody tells.
                if (context.ConnectionAborted.IsCancellationRequested) { await DisconnectedAsync(connection.Id); }
            }
            return joined;
        }
    }

    /// <summary>A connection has ended: nothing more is sent over it, and its lease runs out.</summary>
    public Task DisconnectedAsync(string connectionId)
    {
        rooms.Forget(connectionId);
        // A node that goes down keeps its people's places for as long as it takes them to reach another one.
        return lifetime.ApplicationStopping.IsCancellationRequested ? Task.CompletedTask : presence.EndAsync(connectionId, CancellationToken.None);
    }

    /// <summary>A page was fetched or sent: its reader is there for a minute, or until its script joins.</summary>
    public async Task<Result<CircleSnapshot>> VisitAsync(Guid circleId, Guid personId, CancellationToken cancel)
    {
        var lease = new CircleLease(CircleLease.Page(personId), circleId, personId, null, null, NowUtc + CircleLease.OfAPage);
        return await rooms.Of(circleId).ArriveAsync(lease, await PlaceAsync(circleId, personId, cancel), null, cancel);
    }

    /// <summary>The circle as a person may see it now; to look is not to be there.</summary>
    public Task<Result<CircleSnapshot>> SnapshotAsync(Guid circleId, Guid personId, CancellationToken cancel) => rooms.Of(circleId).LookAtAsync(personId, cancel);

    /// <param name="command">As it came over the wire.</param>
    public async Task<ActAnswer> ActAsync(Guid circleId, Guid personId, JsonElement command, CancellationToken cancel)
    {
        var read = CircleJson.ReadCommand(command);
        return read.Refusal is { } unreadable ? await RefuseAsync(circleId, personId, unreadable, cancel) : await ActAsync(circleId, personId, read.Value, cancel);
    }

    // Whoever hears that their worry was sent looks for nobody else.
    public Task<ActAnswer> ActAsync(Guid circleId, Guid personId, CircleCommand command, CancellationToken cancel) => command is CircleCommand.Tell { To: "outside" } && !options.Value.ReachesOutside
        ? RefuseAsync(circleId, personId, new NobodyOutside(string.Join("; ", options.Value.Safety.OutsideLines)), cancel) : rooms.Of(circleId).ActAsync(personId, command, cancel);

    /// <summary>"Leave the circle", meant as it is said.</summary>
    public Task<CircleAnswer> LeaveAsync(Guid circleId, Guid personId, CancellationToken cancel) => rooms.Of(circleId).ChangeAsync((circle, nowUtc) => circle.Leave(personId, nowUtc), null, cancel);

    /// <summary>A tab is closing: that connection, or a page without one, is there no longer.</summary>
    public Task SaysGoodbyeAsync(Guid circleId, Guid personId, string? connectionId, CancellationToken cancel) => presence.EndAsync(circleId, personId, connectionId ?? CircleLease.Page(personId), cancel);

    private DateTime NowUtc => clock.GetUtcNow().UtcDateTime;

    private async Task<ActAnswer> RefuseAsync(Guid circleId, Guid personId, Refusal no, CancellationToken cancel)
    {
        var seen = await SnapshotAsync(circleId, personId, cancel);
        return seen.Refusal is { } stranger ? new ActAnswer(Accepted: false, stranger, null) : new ActAnswer(Accepted: false, no, seen.Value);
    }

    internal static async Task<Result<Guid>> PlanInAsync(LearningDb db, NewCircle circle, Guid callerId, DateTime nowUtc, CancellationToken cancel)
    {
        var seats = await CircleSeating.SeatAsync(db, circle, callerId, nowUtc, cancel);
        if (seats.Refusal is { } unknown) { return unknown; }
        var id = Ids.New(nowUtc);
        var rows = RowsOf(id, circle, seats.Value, await AgreementsService.NumberAsync(db, cancel), callerId);
        if (rows.Refusal is { } no) { return no; }
        db.AddRange(rows.Value);
        db.Record(nowUtc, callerId, "circle-planned", id);
        return id;
    }

    /// <summary>What stands in the database of a circle that is planned, before anybody comes.</summary>
    public static Result<List<object>> RowsOf(Guid id, NewCircle circle, IReadOnlyList<Participant> seats, int agreementsVersion, Guid plannedById)
    {
        if (Wrong(circle) is { } wrong) { return wrong; }
        var planned = Circle.Plan(new CirclePlan(id, circle.Title, circle.Format, agreementsVersion, seats, circle.StartsAtUtc));
        return planned.Refusal is { } no ? no : (List<object>)[new StoredCircle(planned.Value, circle, plannedById), .. Seats(id, seats)];
    }

    private static List<StoredSeat> Seats(Guid circleId, IReadOnlyList<Participant> seats) => [.. from seat in seats where seat.PersonId is not null select new StoredSeat(circleId, seat.PersonId!.Value, seat.Role)];

    private static Invalid? Wrong(NewCircle circle) =>
        string.IsNullOrWhiteSpace(circle.Title) || circle.Title.Length > SessionDetails.LongestTitle || !circle.Title.IsLine() ? new("title-wrong", $"Enter a title of up to {SessionDetails.LongestTitle} characters on one line", nameof(circle.Title))
        : circle.Minutes is < 5 or > 8 * 60 ? new("minutes-wrong", "Enter how long it lasts: from 5 to 480 minutes", nameof(circle.Minutes))
        : circle.CallUrl is { } call && !(call.Length <= 2000 && Uri.TryCreate(call, UriKind.Absolute, out var url) && url.Scheme is "https" or "http") ? new("link-wrong", "Enter the whole joining link of the call, beginning with https://", nameof(circle.CallUrl))
        : null;

    // Everybody with a place on a circle's session has a seat in it, also who booked after it was planned.
    private async Task<Participant?> PlaceAsync(Guid circleId, Guid personId, CancellationToken cancel)
    {
        await using var db = await work.ReadAsync(cancel);
        var person = await (from circle in db.Circles
                            join booking in db.Bookings on circle.SessionId equals booking.SessionId
                            join somebody in db.People on booking.PersonId equals somebody.Id
                            where circle.Id == circleId && somebody.Id == personId && booking.Status == BookingStatus.Confirmed && !db.CircleSeats.Any(s => s.CircleId == circleId && s.PersonId == personId)
                            select somebody).AsNoTracking().SingleOrDefaultAsync(cancel);
        return person is null ? null : CircleSeating.Seat(person, above: (await CircleSeating.LinesAsync(db, [person], cancel))[person.Id]);
    }
}
