using System.Net;
using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Bookings;

/// <summary>Two things at once is a warning that must be confirmed, not a wall.</summary>
public sealed class ClashTests
{
    private const string Noon = "2026-09-02 12:00";

    [Theory, BothDatabases]
    public async Task An_overlap_with_a_place_is_refused_until_it_is_confirmed(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var (have, want) = (await academy.HasSessionAsync(title: "Trust"), await academy.HasSessionAsync(startsAtUtc: A.Start.AddHours(1)));
        var ada = await academy.HasAsync("ada");
        await ada.BooksAsync(have);

        var refused = (await ada.AsksForAsync(want)).ShouldBe(HttpStatusCode.Conflict, "clash");

        Assert.Contains("Trust, Wednesday 2 September 2026, 10am to 11:30am", refused.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Single(await ada.MineAsync());
        Assert.Equal(BookingStatus.Confirmed, (await ada.BooksAsync(want, confirmClash: true)).Status);
    }

    [Theory]
    [InlineData(90, "Room 2, Town Hall", false)] // the next session in the same room, at once
    [InlineData(90, "Family Hub", true)]
    [InlineData(104, "Family Hub", true)]
    [InlineData(105, "Family Hub", false)] // a quarter of an hour to walk
    [InlineData(-104, "Family Hub", true)] // and the same before it
    [InlineData(-105, "Family Hub", false)]
    [InlineData(90, null, false)] // online: nowhere to walk to
    [InlineData(89, null, true)]
    public async Task Too_short_a_way_between_rooms_is_a_clash(int minutesAfterStart, string? place, bool clashes)
    {
        await using var academy = await Academy.OpenAsync();
        var have = await academy.HasSessionAsync();
        var want = await academy.HasAsync(A.Details(title: "Trust", startsAtUtc: A.Start.AddMinutes(minutesAfterStart)) with { Place = place, JoinUrl = place is null ? "https://meet.example/1" : null });
        var ada = await academy.HasAsync("ada");
        await ada.BooksAsync(have);

        (await ada.AsksForAsync(want)).ShouldBe(clashes ? HttpStatusCode.Conflict : HttpStatusCode.Created);
    }

    [Fact]
    public async Task Waiting_for_a_place_is_no_engagement()
    {
        await using var academy = await Academy.OpenAsync();
        var full = await academy.HasSessionAsync(capacity: 1);
        await academy.FillAsync(full);
        var ada = await academy.HasAsync("ada");
        await ada.BooksAsync(full);

        await ada.BooksAsync(await academy.HasSessionAsync(title: "Trust"));
    }

    [Fact]
    public async Task A_later_date_of_a_course_clashes_too()
    {
        await using var academy = await Academy.OpenAsync();
        var course = await academy.HasAsync(A.Details(title: "A course", kind: SessionKind.Course) with { Dates = [A.Period(A.Start), A.Period(A.Start.AddDays(7))] });
        var ada = await academy.HasAsync("ada");
        await ada.BooksAsync(await academy.HasSessionAsync(startsAtUtc: A.Start.AddDays(7).AddMinutes(30)));

        (await ada.AsksForAsync(course)).ShouldBe(HttpStatusCode.Conflict, "clash");
    }

    [Theory, BothDatabases]
    public async Task The_page_tells_of_it_keeps_the_choice_and_books_when_asked_again(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var (have, want) = (await academy.HasSessionAsync(title: "Trust"), await academy.HasSessionAsync());
        var ada = await academy.HasAsync("ada");
        await ada.BooksAsync(have);

        var warned = await (await ada.GetPageAsync(Links.Session(want.Id))).SubmitAsync("Book this place");
        warned.ShouldSay("You already have a place at that time: Trust");
        Assert.Single(await ada.MineAsync());

        (await warned.SubmitAsync("Book both anyway")).ShouldSay("You have a place");
    }

    [Fact]
    public async Task On_a_full_session_the_page_asks_for_the_list_and_tells_of_the_clash_once()
    {
        await using var academy = await Academy.OpenAsync();
        var full = await academy.HasSessionAsync(capacity: 1);
        await academy.FillAsync(full);
        var manager = await academy.HasAsync("manager");
        var ada = await academy.HasAsync("ada", managedBy: manager);
        await ada.BooksAsync(await academy.HasSessionAsync(title: "Trust"));

        var warned = await (await ada.GetPageAsync(Links.Session(full.Id))).SubmitAsync("Join the waiting list");
        Assert.Equal(2, warned.Text.Split("You already have a place at that time").Length);
        (await warned.SubmitAsync("Join the waiting list anyway")).ShouldSay("waiting list");

        warned = await (await manager.GetPageAsync(Links.Session((await AlsoFullAsync(academy)).Id))).SubmitAsync("Put them on the waiting list", ("PersonEmail", ada.Email));
        await warned.SubmitAsync("Put them on the waiting list anyway");
        Assert.Equal(2, (await ada.MineAsync()).Count(b => b.Status == BookingStatus.Waiting));
    }

    [Theory, InlineData(0, "Join the waiting list anyway"), InlineData(1, "Book what is free and join the waiting list anyway")]
    public async Task On_a_day_the_page_says_where_the_choice_is_full(int free, string button)
    {
        await using var academy = await Academy.OpenAsync();
        var have = await academy.HasAsync(A.Details(title: "Trust") with { Dates = [A.Period("2026-09-02 10:00", minutes: 240)] });
        var first = await academy.HasAsync(A.Details(capacity: 1 + free, kind: SessionKind.LearningWednesday, title: "Curiosity"));
        var second = await academy.HasAsync(A.Details(capacity: 1, kind: SessionKind.LearningWednesday, title: "Rest", startsAtUtc: A.London(Noon)));
        await (await academy.HasAsync("holder")).BooksAsync(first);
        await (await academy.HasAsync("another")).BooksAsync(second);
        var ada = await academy.HasAsync("ada");
        await ada.BooksAsync(have);

        var day = await ada.GetPageAsync(Links.LearningWednesday(A.Day("2026-09-02")));
        var warned = await day.SubmitAsync("Book these sessions", ("Choices[0]", $"{first.Id}"), ("Choices[1]", $"{second.Id}"));

        (await warned.SubmitAsync(button)).ShouldSay("Curiosity").ShouldSay("Rest");
        Assert.Equal(3, (await ada.MineAsync()).Count);
    }

    [Theory, BothDatabases]
    public async Task Of_two_in_one_press_neither_is_booked_until_both_are_wanted(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var first = await academy.HasAsync(A.Details(kind: SessionKind.LearningWednesday, title: "Curiosity") with { Dates = [A.Period("2026-09-02 10:00", minutes: 150)] });
        var second = await academy.HasAsync(A.Details(kind: SessionKind.LearningWednesday, title: "Trust", startsAtUtc: A.London(Noon)));
        var ada = await academy.HasAsync("ada");

        var day = await ada.GetPageAsync(Links.LearningWednesday(A.Day("2026-09-02")));
        var warned = await day.SubmitAsync("Book these sessions", ("Choices[0]", $"{first.Id}"), ("Choices[1]", $"{second.Id}"));
        warned.ShouldSay("You already have a place at that time: Curiosity");
        Assert.Empty(await ada.MineAsync());
        Assert.Empty(await academy.MailsAsync());

        (await warned.SubmitAsync("Book all of these anyway")).ShouldSay("You are booked.").ShouldSay("Curiosity").ShouldSay("Trust");
        Assert.Equal(2, (await ada.MineAsync()).Count);
        await academy.AuditAsync();
    }

    private static async Task<Session> AlsoFullAsync(Academy academy)
    {
        var session = await academy.HasSessionAsync(capacity: 1, title: "Play");
        await (await academy.HasAsync("somebody")).BooksAsync(session);
        return session;
    }
}
