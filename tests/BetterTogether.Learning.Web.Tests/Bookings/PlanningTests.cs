using System.Net;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Sessions;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Bookings;

/// <summary>What the desk sends of a session.</summary>
public sealed class PlanningTests
{
    [Theory]
    [InlineData("\"startsAtUtc\":\"2026-06-30T09:00:00Z\",\"endsAtUtc\":\"2026-06-30T10:00:00Z\"", "in-the-past")]
    [InlineData("\"startsAtUtc\":\"2026-07-01T23:30:00Z\",\"endsAtUtc\":\"2026-07-02T10:00:00Z\"", "in-the-past")] // now
    [InlineData("\"startsAtUtc\":\"2026-09-02T09:00:00Z\",\"endsAtUtc\":\"2026-09-02T08:00:00Z\"", "ends-before-start")]
    [InlineData("\"startsAtUtc\":\"2026-09-02T09:00:00Z\",\"endsAtUtc\":\"2026-09-02T09:00:00Z\"", "ends-before-start")]
    [InlineData("\"startsAtUtc\":\"2026-09-02T09:00:00Z\",\"endsAtUtc\":\"2026-09-02T10:00:00\"", "bad-request")] // no offset: nobody knows what it means
    [InlineData("\"startsAtUtc\":\"2026-09-02\",\"endsAtUtc\":\"2026-09-03\"", "bad-request")]
    [InlineData("\"startsAtUtc\":\"soon\",\"endsAtUtc\":\"later\"", "bad-request")]
    [InlineData("\"dates\":[]", "dates-wrong")]
    public async Task Times_that_cannot_be_are_refused(string times, string code)
    {
        await using var academy = await Academy.OpenAsync();

        (await academy.Desk.PostAsync("/api/v1/sessions", $$"""{"title":"Trust","kind":"directWork","place":"Room 2","capacity":5,{{times}}}""")).ShouldBe(HttpStatusCode.BadRequest, code);
    }

    [Theory, BothDatabases]
    public async Task Another_offset_is_converted(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);

        var made = (await academy.Desk.PostAsync("/api/v1/sessions", """{"title":"Trust","kind":"directWork","place":"Room 2","capacity":5,"startsAtUtc":"2026-09-02T10:00:00+01:00","endsAtUtc":"2026-09-02T11:30:00+01:00"}""")).ShouldBe(HttpStatusCode.Created);

        Assert.Equal(("2026-09-02T09:00:00Z", "2026-09-02T10:30:00Z"), (made.Json.GetProperty("startsAtUtc").GetString(), made.Json.GetProperty("endsAtUtc").GetString()));
        Assert.Equal(made.Body, (await academy.Desk.GetAsync(made.Headers.Location!.ToString())).Body);
    }

    [Theory, InlineData(0), InlineData(-1), InlineData(1001)]
    public async Task A_number_of_places_out_of_range_is_refused(int capacity)
    {
        await using var academy = await Academy.OpenAsync();

        (await academy.Desk.PostAsync("/api/v1/sessions", Sessions.Body(capacity: capacity))).ShouldBe(HttpStatusCode.BadRequest, "capacity-wrong");
    }

    [Theory, BothDatabases]
    public async Task Fewer_places_than_are_held_are_refused_with_the_number_held(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var session = await academy.HasSessionAsync(capacity: 3);
        await academy.FillAsync(session);

        var refused = (await academy.Desk.PatchAsync(session, new { capacity = 2 })).ShouldBe(HttpStatusCode.Conflict, "capacity-below-held");

        Assert.Contains("3 places are held", refused.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(3, (await academy.Desk.SeesAsync(session)).Capacity);
        (await academy.Desk.PatchAsync(session, new { capacity = 3 })).ShouldBe(HttpStatusCode.OK);
    }

    [Theory, BothDatabases]
    public async Task A_patch_leaves_what_it_does_not_name_and_clears_what_is_null(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var session = await academy.HasAsync(A.Details() with { Description = "About families", Audience = "Everybody", JoinUrl = "https://meet.example/1", Tags = "courage, trust" });

        var changed = (await academy.Desk.PatchAsync(session, """{"description":null,"title":"Life stories","id":"ignored","waiting":99}""")).ShouldBe(HttpStatusCode.OK).As<SessionView>();

        Assert.Equal(("Life stories", null, "Everybody", "Room 2, Town Hall", "https://meet.example/1", 10, 0), (changed.Title, changed.Description, changed.Audience, changed.Place, changed.JoinUrl, changed.Capacity, changed.Waiting));
        Assert.Equal(["courage", "trust"], changed.Tags!);
        Assert.Equal(A.Start, changed.StartsAtUtc);
        Assert.Null((await academy.Desk.PatchAsync(session, """{"place":null}""")).ShouldBe(HttpStatusCode.OK).As<SessionView>().Place);
        (await academy.Desk.PatchAsync(session, """{"joinUrl":null}""")).ShouldBe(HttpStatusCode.BadRequest, "place-missing");
        (await academy.Desk.PatchAsync(session, """{"title":null}""")).ShouldBe(HttpStatusCode.BadRequest);
        (await academy.Desk.PatchAsync(session, """{"capacity":null}""")).ShouldBe(HttpStatusCode.BadRequest);
        Assert.Equal(changed with { Place = null }, (await academy.Desk.SeesAsync(session)) with { Tags = changed.Tags, Dates = changed.Dates });
    }

    [Theory, BothDatabases]
    public async Task A_new_end_alone_lengthens_the_one_date(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var session = await academy.HasSessionAsync();

        var changed = (await academy.Desk.PatchAsync(session, new { endsAtUtc = A.Start.AddHours(3) })).ShouldBe(HttpStatusCode.OK).As<SessionView>();

        Assert.Equal((A.Start, A.Start.AddHours(3)), (changed.StartsAtUtc, changed.EndsAtUtc));
    }

    [Fact]
    public async Task The_programme_is_planned_by_the_desk_alone()
    {
        await using var academy = await Academy.OpenAsync();
        var session = await academy.HasSessionAsync();
        var ada = await academy.HasAsync("ada");

        (await ada.PostAsync("/api/v1/sessions", Sessions.Body())).ShouldBe(HttpStatusCode.Forbidden, "not-allowed");
        (await ada.PatchAsync(session, new { title = "Mine" })).ShouldBe(HttpStatusCode.Forbidden, "not-your-session");
        (await ada.PostAsync($"{Links.ApiSession(session.Id)}/cancel")).ShouldBe(HttpStatusCode.Forbidden, "not-your-session");
        (await ada.PostAsync("/api/v1/series", new { })).ShouldBe(HttpStatusCode.Forbidden, "not-allowed");
    }
}
