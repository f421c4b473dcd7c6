using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.DevelopmentPlan;

/// <summary>From an objective to training and back.</summary>
public sealed class TrainingTests
{
    [Theory, BothDatabases]
    public async Task What_is_booked_for_an_objective_is_offered_once_attended_and_ends_nothing_by_itself(DatabaseProvider provider)
    {
        await using var app = await TestApp.StartAsync(provider);
        var me = await app.HasPerson("me@demo.example");
        var objective = await app.HasObjectiveAsync(me, ObjectiveKind.Training, "Draw with families");
        var session = A.Session(A.Details(title: "Genograms") with { Tags = "Curiosity, genogram" });
        await app.Has(session, A.Session(title: "Something else"));
        using var visitor = await app.SignedInAs(me);

        var programme = await (await visitor.GetPageAsync(Links.Objective(objective.Id))).FollowAsync("Curiosity");
        programme.ShouldSay("You are looking for training for one of your objectives").ShouldNotSay("Something else");
        var page = await (await programme.FollowAsync("Genograms")).SubmitAsync("Book this place");
        page.ShouldSay("You have a place");
        (await visitor.GetPageAsync(Links.DevelopmentPlan)).ShouldSay("Booked: Genograms, Wednesday 2 September 2026");

        var booking = await app.Ask(db => db.Bookings.SingleAsync());
        app.Clock.JumpTo(session.EndsAtUtc.AddHours(1));
        await app.Has(new Attendance(booking.Id, session.Dates[0].Id, AttendanceState.Attended, A.Desk, app.Clock.NowUtc));
        using var later = await app.SignedInAs(me);
        (await later.GetPageAsync(Links.DevelopmentPlan)).ShouldSay("You came to Genograms.");
        Assert.Empty(await app.HistoryAsync(objective.Id));

        var offer = await later.GetPageAsync(Links.Objective(objective.Id));
        await offer.SubmitAsync("Add it to what I did: Genograms");
        page = await offer.SubmitAsync("Add it to what I did: Genograms");

        page.ShouldSay("Came to, Wednesday 2 September 2026").ShouldNotSay("Add it to what I did");
        Assert.Equal((EntryKind.AttendedSession, session.Id), Assert.Single(await app.HistoryAsync(objective.Id)) is var did ? (did.Kind, did.SourceId!.Value) : default);
        Assert.Equal(ObjectiveStatus.NotStarted, (await app.ObjectiveAsync(objective.Id)).Status);
    }

    [Fact]
    public async Task A_day_of_sessions_keeps_the_link_and_somebody_elses_objective_is_left_out()
    {
        await using var app = await TestApp.StartAsync();
        var (me, other) = (await app.HasPerson("me@demo.example"), await app.HasPerson("other@demo.example"));
        var (mine, theirs) = (await app.HasObjectiveAsync(me), await app.HasObjectiveAsync(other));
        var wednesday = A.Session(kind: SessionKind.LearningWednesday, title: "Words that care");
        var single = A.Session(title: "Ecomaps", startsAtUtc: A.Start.AddDays(7));
        await app.Has(wednesday, single);
        using var visitor = await app.SignedInAs(me);

        await (await visitor.GetPageAsync(Links.LearningWednesday(A.Day("2026-09-02"), mine.Id))).SubmitAsync("Book these sessions", ("Choices[0]", wednesday.Id.ToString()));
        (await (await visitor.GetPageAsync(Links.Session(single.Id, theirs.Id))).SubmitAsync("Book this place")).ShouldSay("You have a place");
        (await visitor.GetPageAsync($"/sessions/{single.Id}?objective=none")).ShouldNotSay("Please look at this again");

        var links = await app.Ask(db => (from link in db.ObjectiveBookings join booking in db.Bookings on link.BookingId equals booking.Id select new { link.ObjectiveId, booking.SessionId }).ToListAsync());
        Assert.Equal((mine.Id, wednesday.Id), Assert.Single(links) is var one ? (one.ObjectiveId, one.SessionId) : default);
    }

    [Fact]
    public async Task A_private_session_and_one_somebody_missed_are_never_offered()
    {
        await using var app = await TestApp.StartAsync();
        var me = await app.HasPerson("me@demo.example");
        var objective = await app.HasObjectiveAsync(me);
        var before = A.Now.AddDays(-30);
        var hidden = A.Session(A.Details(title: "Wellbeing clinic", startsAtUtc: A.Now.AddDays(-3)) with { Visibility = Visibility.Private, Trainers = [me.Id] }, before);
        var missed = A.Session(A.Details(title: "Missed one", startsAtUtc: A.Now.AddDays(-2)), before);
        var (b1, b2) = (A.Booking(hidden, me.Id, nowUtc: before), A.Booking(missed, me.Id, nowUtc: before));
        await app.Has(hidden, missed, b1, b2, new Attendance(b1.Id, hidden.Dates[0].Id, AttendanceState.Attended, A.Desk, A.Now), new Attendance(b2.Id, missed.Dates[0].Id, AttendanceState.Absent, A.Desk, A.Now), new ObjectiveBooking(objective.Id, b1.Id));
        using var visitor = await app.SignedInAs(me);

        foreach (var address in new[] { Links.DevelopmentPlan, Links.Objective(objective.Id), Links.Cpd }) { (await visitor.GetPageAsync(address)).ShouldNotSay("Wellbeing clinic").ShouldNotSay("Missed one"); }
    }
}
