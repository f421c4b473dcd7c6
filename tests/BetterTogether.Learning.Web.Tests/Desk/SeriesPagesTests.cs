using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Desk;

public sealed class SeriesPagesTests
{
    [Fact]
    public async Task A_preview_shows_every_day_and_saving_makes_exactly_that()
    {
        await using var app = await TestApp.StartAsync();
        var page = await (await app.Desk()).GetPageAsync(Links.NewSeries);

        // From July: its first Wednesday is past; in August nothing; the first Monday of January is no holiday, of May it is.
        var preview = await (await page.SubmitAsync("Add another slot", ("Form.Name", "Mondays"), ("Form.Capacity", "12"), ("Form.Place", "Town Hall")))
            .SubmitAsync("Preview", ("Form.Weekday", "Monday"), ("Form.Slots[1].Starts", "13:00"), ("Form.Slots[1].Ends", "14:00"), ("Form.Slots[1].Parallel", "3"));
        preview.ShouldSay("This makes 40 sessions").ShouldSay("Monday 3 August 2026 Skipped: month left out").ShouldSay("Monday 3 May 2027 Skipped: bank holiday").ShouldSay("1pm to 2pm, 3 side by side");
        Assert.Equal(0, await app.Ask(db => db.Sessions.CountAsync()));

        var saved = await preview.SubmitAsync("Save this series");
        await preview.SubmitAsync("Save this series");

        saved.ShouldSay("The series is saved.").ShouldSay("First Monday of the month, July 2026 to June 2027, not in August, bank holidays skipped");
        Assert.Equal((1, 40), (await app.Ask(db => db.Series.CountAsync()), await app.Ask(db => db.Sessions.CountAsync())));
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_going_back_keeps_what_was_typed()
    {
        await using var app = await TestApp.StartAsync();
        var page = await (await app.Desk()).GetPageAsync(Links.NewSeries);

        (await page.SubmitAsync("Preview", ("Form.Name", ""), ("Form.Capacity", "12"))).ShouldSay("Enter a name of 1 to 150 characters");
        var back = await (await page.SubmitAsync("Preview", ("Form.Name", "Kept"), ("Form.Capacity", "12"))).SubmitAsync("Change something");

        Assert.Equal("Kept", back.Document.GetElementById("Form_Name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Past_the_known_bank_holidays_the_preview_says_so()
    {
        await using var app = await TestApp.StartAsync();
        var page = await (await app.Desk()).GetPageAsync(Links.NewSeries);

        var preview = await page.SubmitAsync("Preview", ("Form.Name", "Later"), ("Form.Capacity", "12"), ("Form.FirstMonth", "2027-07"), ("Form.LastMonth", "2029-01"));

        preview.ShouldSay("Bank holidays are known until Sunday 31 December 2028");
    }

    [Fact]
    public async Task A_change_shows_who_follows_and_leaves_what_was_changed_by_hand()
    {
        await using var app = await TestApp.StartAsync();
        var (series, sessions) = await Made(app);
        var desk = await app.Desk();
        await (await desk.GetPageAsync(Links.EditSession(sessions[0].Id))).SubmitAsync("Save as draft", ("Form.Place", "Library"));

        var page = (await desk.GetPageAsync(Links.DeskSeries(series.Id))).ShouldSay("Changed by hand: place");
        var preview = (await page.SubmitAsync("Preview the change", ("Form.Place", "Annexe"), ("Form.Slots[0].Starts", "09:30"))).ShouldSay("11 of 11 sessions to come follow");
        Assert.Equal("Town Hall", await app.Ask(db => db.Series.Select(s => s.Place).SingleAsync()));
        (await preview.SubmitAsync("Change the series")).ShouldSay("The series is changed");

        var kept = await app.Ask(db => db.Sessions.OrderBy(s => s.StartsAtUtc).ToListAsync());
        Assert.Equal("Library", kept[0].Place);
        Assert.All(kept.Skip(1), s => Assert.Equal("Annexe", s.Place));
        Assert.All(kept, s => Assert.Equal("9:30am", Domain.Shared.London.ClockWords(s.StartsAtUtc)));
    }

    [Fact]
    public async Task Two_who_change_a_series_see_both_versions_and_lose_neither()
    {
        await using var app = await TestApp.StartAsync();
        var (series, _) = await Made(app);
        var desk = await app.Desk();
        async Task<Page> PreviewAsync(string place) => await (await desk.GetPageAsync(Links.DeskSeries(series.Id))).SubmitAsync("Preview the change", ("Form.Place", place));
        var (mine, theirs) = (await PreviewAsync("Annexe"), await PreviewAsync("Library"));

        (await theirs.SubmitAsync("Change the series")).ShouldSay("The series is changed");
        (await theirs.SubmitAsync("Change the series")).ShouldSay("The series is changed"); // a double click
        var compared = (await mine.SubmitAsync("Change the series")).ShouldSay("Somebody else changed this").ShouldSay("Place Annexe Library");

        Assert.Equal(("Library", 2), await app.Ask(async db => await db.Series.Select(s => ValueTuple.Create(s.Place, s.Version)).SingleAsync()));
        (await (await compared.SubmitAsync("Preview the change")).SubmitAsync("Change the series")).ShouldSay("The series is changed");
        Assert.Equal("Annexe", await app.Ask(db => db.Series.Select(s => s.Place).SingleAsync()));
    }

    [Fact]
    public async Task Skipping_one_date_leaves_the_others()
    {
        await using var app = await TestApp.StartAsync();
        var (series, sessions) = await Made(app);

        var skipped = await (await (await app.Desk()).GetPageAsync(Links.DeskSeries(series.Id))).SubmitAsync("Skip Wednesday 7 October 2026");

        skipped.ShouldSay("That date is skipped.").ShouldSay("This date is skipped.");
        var cancelled = await app.Ask(db => db.Sessions.Where(s => s.Status == SessionStatus.Cancelled).Select(s => s.Id).ToListAsync());
        Assert.Equal([sessions[1].Id], cancelled);
    }

    private static async Task<(Series Series, IReadOnlyList<Session> Sessions)> Made(TestApp app)
    {
        var series = Series.Create(A.Series(), A.Now).Value;
        var sessions = series.MakeSessions(A.Now);
        await app.Has([series, .. sessions]);
        return (series, sessions);
    }
}
