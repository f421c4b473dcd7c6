using System.Net;
using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Circles;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BetterTogether.Learning.Web.Tests.Circles;

/// <summary>A circle that belongs to a session: whoever has a place has a seat, and who took part came.</summary>
public sealed class SessionCircleTests
{
    [Fact]
    public async Task Everybody_with_a_place_has_a_seat_also_who_booked_late_and_the_register_knows_who_came()
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions { OnKestrel = true });
        var server = app.Anonymous().Http.BaseAddress!;
        var facilitator = await app.HasPerson("f@demo.example", Roles.Facilitator);
        var (early, late, absent) = (await app.HasPerson("early@demo.example"), await app.HasPerson("late@demo.example"), await app.HasPerson("absent@demo.example"));
        await app.HasPerson("other@demo.example");
        var before = A.Now.AddDays(-2);
        var session = A.Session(A.Details(kind: SessionKind.Circle, startsAtUtc: A.Now.AddMinutes(-5)) with { Trainers = [facilitator.Id] }, before);
        await app.Has(session, A.Booking(session, early.Id, nowUtc: before), A.Booking(session, absent.Id, nowUtc: before));

        await using var f = await Sitter.SignInAsync(server, "f@demo.example");
        var circleId = await app.Ask(async db =>
        {
            Assert.Equal(HttpStatusCode.Redirect, (await f.SendAsync(HttpMethod.Get, Links.SessionCircle(session.Id))).Status);
            return (await db.Circles.SingleAsync()).Id;
        });
        await f.JoinAsync(circleId);
        await f.ActAsync(circleId, "open");
        await app.Has(A.Booking(session, late.Id, nowUtc: before));
        await using var e = await Sitter.SignInAsync(server, "early@demo.example");
        await using var l = await Sitter.SignInAsync(server, "late@demo.example");
        await using var o = await Sitter.SignInAsync(server, "other@demo.example");
        Assert.Equal(HttpStatusCode.NotFound, (await o.SendAsync(HttpMethod.Get, Links.SessionCircle(session.Id))).Status);
        await e.JoinAsync(circleId);
        var seen = await l.JoinAsync(circleId);
        Assert.Equal(4, seen.GetProperty("seats").GetArrayLength());
        foreach (var sitter in new[] { f, e, l }) { await sitter.ActAsync(circleId, "consent", new { agreementsVersion = 1 }); }
        await f.ActAsync(circleId, "start");
        var closed = await f.ActAsync(circleId, "close", new { confirmed = true });
        Assert.Equal("closed", closed.GetProperty("snapshot").GetProperty("status").GetString());

        var came = await app.Ask(db => (from a in db.Attendances join b in db.Bookings on a.BookingId equals b.Id select new { b.PersonId, a.State }).ToListAsync());
        Assert.Equal(new[] { early.Id, late.Id }.Order(), came.Select(c => c.PersonId).Order()); // and nobody is marked absent
        Assert.All(came, c => Assert.Equal(AttendanceState.Attended, c.State));
    }

    [Fact]
    public async Task Opened_while_its_session_is_called_off_it_is_called_off_with_it()
    {
        await using var academy = await Academy.OpenAsync(DatabaseProvider.Postgres);
        var (facilitator, ana) = (await academy.HasAsync("facilitator", Roles.Facilitator), await academy.HasAsync("ana"));
        var session = await academy.HasAsync(A.Details(kind: SessionKind.Circle) with { Trainers = [facilitator.Id] });
        await ana.BooksAsync(session);
        await academy.MailsAsync();
        // Its seats wait in the middle of the opening, for as long as the other decision needs to come to its own wait, or to its end.
        await using var connection = new NpgsqlConnection(academy.App.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await RunAsync("LOCK TABLE circle_seats IN SHARE ROW EXCLUSIVE MODE");
        var opening = ana.GetPageAsync(Links.SessionCircle(session.Id));
        await WaitAsync(() => WaitingAsync(1));
        var off = academy.Desk.PostAsync($"{Links.ApiSession(session.Id)}/cancel");
        await WaitAsync(async () => off.IsCompleted || await WaitingAsync(2));
        await transaction.RollbackAsync();

        (await off).ShouldBe(HttpStatusCode.OK);
        await opening;
        Assert.True((await academy.App.Ask(db => db.Circles.AsNoTracking().SingleAsync())).CalledOff);

        static Task WaitAsync(Func<Task<bool>> until) => Eventually.HoldsAsync(until, "one waits for the other");

        async Task<bool> WaitingAsync(int count) => (long)(await RunAsync("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"))! == count;

        async Task<object?> RunAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            return await command.ExecuteScalarAsync();
        }
    }

    [Theory, BothDatabases]
    public async Task It_goes_where_its_session_is_moved_to_and_its_waiting_room_waits_there(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var (facilitator, ana) = (await academy.HasAsync("facilitator", Roles.Facilitator), await academy.HasAsync("ana"));
        var session = await academy.HasAsync(A.Details(kind: SessionKind.Circle, startsAtUtc: A.London("2026-07-06 10:00")) with { Trainers = [facilitator.Id] });
        await ana.BooksAsync(session);
        await ana.GetPageAsync(Links.SessionCircle(session.Id));
        var id = await academy.App.Ask(db => db.Circles.Select(c => c.Id).SingleAsync());
        Task<CircleStatus> StatusAsync() => academy.App.Ask(db => db.Circles.Select(c => c.Status).SingleAsync());

        await academy.Desk.PatchAsync(session, new { dates = new[] { new { startsAtUtc = A.London("2026-07-20 10:00"), endsAtUtc = A.London("2026-07-20 11:30") } } });
        await academy.PassesToAsync(A.London("2026-07-07 10:00"));

        (await ana.GetPageAsync(Links.Circles)).ShouldSay("Planned").ShouldSay("Monday 20 July 2026").ShouldNotSay("Did not begin");
        await (await ana.GetPageAsync(Links.Circle(id))).SubmitAsync("I agree");
        (await ana.GetPageAsync(Links.Circle(id))).ShouldSay("Monday 20 July 2026").ShouldSay("The waiting room is not open yet.");
        (await (await facilitator.GetPageAsync(Links.ChangeCircle(id))).ShouldSay("its time is the time of the session").SubmitAsync("Save the plan", ("Form.Title", "Renamed"))).ShouldSay("Renamed");

        await (await facilitator.GetPageAsync(Links.Circle(id))).SubmitAsync("I agree");
        await (await facilitator.GetPageAsync(Links.Circle(id))).SubmitAsync("Open the waiting room");
        await academy.Desk.PatchAsync(session, new { dates = new[] { new { startsAtUtc = A.London("2026-07-22 10:00"), endsAtUtc = A.London("2026-07-22 11:30") } } });
        academy.Clock.JumpTo(A.London("2026-07-09 10:00"));
        await Eventually.HoldsAsync(() => academy.App.Ask(async db => !await db.CircleLeases.AnyAsync()), "nobody is there");
        academy.Clock.JumpTo(A.London("2026-07-22 09:00"));
        (await ana.GetPageAsync(Links.Circle(id))).ShouldSay("Wednesday 22 July 2026");
        Assert.Equal((CircleStatus.Lobby, A.London("2026-07-22 10:00")), (await StatusAsync(), await academy.App.Ask(db => db.Circles.Select(c => c.StartsAtUtc).SingleAsync())));
    }

    [Theory, BothDatabases]
    public async Task Who_sits_in_the_waiting_room_sees_at_once_what_was_decided_about_the_session(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.MigratedAsync(provider);
        var clock = new FixedClock();
        await using var app = await TestApp.StartAsync(database, new TestAppOptions { OnKestrel = true, Database = provider, Clock = clock });
        // On PostgreSQL the others book and plan at another node of the same product.
        await using var second = provider == DatabaseProvider.Postgres ? await TestApp.StartAsync(database, new TestAppOptions { OnKestrel = true, Database = provider, Clock = clock }) : null;
        var elsewhere = (second ?? app).Anonymous().Http.BaseAddress!;
        var (facilitator, ana) = (await app.HasPerson("f@demo.example", Roles.Facilitator), await app.HasPerson("ana@demo.example"));
        await app.HasPerson("desk@demo.example", Roles.LearningDesk);
        var session = A.Session(A.Details(kind: SessionKind.Circle) with { Trainers = [facilitator.Id] });
        var booking = A.Booking(session, ana.Id);
        await app.Has(session, booking);
        await using var f = await Sitter.SignInAsync(app.Anonymous().Http.BaseAddress!, "f@demo.example");
        await f.SendAsync(HttpMethod.Get, Links.SessionCircle(session.Id));
        var circleId = await app.Ask(db => db.Circles.Select(c => c.Id).SingleAsync());
        await f.JoinAsync(circleId);
        var open = (await f.ActAsync(circleId, "open")).GetProperty("snapshot");
        Assert.Equal(2, open.GetProperty("seats").GetArrayLength());
        var openAt = open.GetProperty("version").GetInt32();

        await using var desk = await Sitter.SignInAsync(elsewhere, "desk@demo.example");
        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync(HttpMethod.Patch, Links.ApiSession(session.Id), new { startsAtUtc = A.Start.AddDays(1), endsAtUtc = A.Start.AddDays(1).AddMinutes(90) })).Status);
        var moved = await f.Wire.UntilAsync(s => s.GetProperty("version").GetInt32() > openAt, "it has moved");
        Assert.Equal(2, moved.GetProperty("seats").GetArrayLength());

        await using var a = await Sitter.SignInAsync(elsewhere, "ana@demo.example");
        Assert.Equal(HttpStatusCode.OK, (await a.SendAsync(HttpMethod.Post, $"{Links.ApiBooking(booking.Id)}/cancel")).Status);
        await f.Wire.UntilAsync(s => s.GetProperty("seats").GetArrayLength() == 1, "the place is given back");

        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync(HttpMethod.Post, $"{Links.ApiSession(session.Id)}/cancel", new { })).Status);
        var off = await f.Wire.UntilAsync(s => s.GetProperty("status").GetString() == "closed", "it is called off");
        Assert.True(off.GetProperty("calledOff").GetBoolean());
    }

    [Theory, BothDatabases]
    public async Task It_is_called_off_with_its_session_and_is_nowhere_shown_as_planned(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var (facilitator, ana) = (await academy.HasAsync("facilitator", Roles.Facilitator), await academy.HasAsync("ana"));
        var session = await academy.HasAsync(A.Details(kind: SessionKind.Circle, title: "Circle for all") with { Trainers = [facilitator.Id] });
        await ana.BooksAsync(session);
        await ana.GetPageAsync(Links.SessionCircle(session.Id));
        var id = await academy.App.Ask(db => db.Circles.Select(c => c.Id).SingleAsync());

        (await academy.Desk.PostAsync($"{Links.ApiSession(session.Id)}/cancel", new { })).ShouldBe(HttpStatusCode.OK);

        foreach (var who in new[] { ana, facilitator })
        {
            (await who.GetPageAsync(Links.Circles)).ShouldSay("Called off").ShouldNotSay("Look in");
            (await who.GetPageAsync(Links.MyBookings)).ShouldNotSay("Your circles").ShouldNotSay("Look in");
        }
        (await ana.GetPageAsync(Links.Circle(id))).ShouldSay("This circle did not take place.");
        Assert.Equal(1, await academy.App.Ask(db => db.AuditTrail.CountAsync(a => a.Event == "circle-called-off" && a.ActorId == academy.Desk.Id)));
        Assert.NotNull(await academy.App.Ask(db => db.Circles.Select(c => c.EndedAtUtc).SingleAsync()));
    }

    [Fact]
    public async Task Of_several_dates_the_next_one_is_shown_and_it_has_not_passed_before_the_last_is_over()
    {
        await using var academy = await Academy.OpenAsync();
        var (facilitator, ana) = (await academy.HasAsync("facilitator", Roles.Facilitator), await academy.HasAsync("ana"));
        var session = await academy.HasAsync(A.Details(kind: SessionKind.Circle) with { Dates = [A.Period(A.London("2026-07-06 10:00")), A.Period(A.London("2026-07-13 10:00"))], Trainers = [facilitator.Id] });
        await ana.BooksAsync(session);
        await ana.GetPageAsync(Links.SessionCircle(session.Id));
        var id = await academy.App.Ask(db => db.Circles.Select(c => c.Id).SingleAsync());
        await (await ana.GetPageAsync(Links.Circle(id))).SubmitAsync("I agree");
        (await ana.GetPageAsync(Links.Circle(id))).ShouldSay("Monday 6 July 2026");

        await academy.PassesToAsync(A.London("2026-07-07 10:00"));
        (await ana.GetPageAsync(Links.Circle(id))).ShouldSay("Monday 13 July 2026").ShouldSay("The waiting room is not open yet.");
        (await ana.GetPageAsync(Links.Circles)).ShouldSay("Planned");

        await academy.PassesToAsync(A.London("2026-07-14 10:00"));
        (await ana.GetPageAsync(Links.Circle(id))).ShouldSay("Monday 13 July 2026").ShouldSay("The time of this circle has passed, and it did not begin.");
        (await ana.GetPageAsync(Links.Circles)).ShouldSay("Did not begin");
    }

    [Theory]
    [InlineData(CircleStatus.Draft, "2026-07-05 09:00", "2026-07-06 10:00"), InlineData(CircleStatus.Lobby, "2026-07-06 11:00", "2026-07-06 10:00"), InlineData(CircleStatus.Draft, "2026-07-06 12:00", "2026-07-13 10:00")]
    [InlineData(CircleStatus.Running, "2026-07-06 12:00", "2026-07-06 10:00"), InlineData(CircleStatus.Closed, "2026-07-13 12:00", "2026-07-13 10:00"), InlineData(CircleStatus.Running, "2026-07-06 09:50", "2026-07-06 10:00")]
    public void When_it_is_depends_on_whether_it_has_begun(CircleStatus status, string at, string starts) =>
        Assert.Equal(A.London(starts), status.When(A.Period(A.Now), [A.Period(A.London("2026-07-06 10:00")), A.Period(A.London("2026-07-13 10:00"))], A.London(at)).StartsAtUtc);
}
