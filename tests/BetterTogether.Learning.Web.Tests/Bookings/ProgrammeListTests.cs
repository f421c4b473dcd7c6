using System.Net;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Sessions;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Bookings;

public sealed class ProgrammeListTests
{
    [Theory, BothDatabases]
    public async Task Lists_go_page_by_page_ascending_each_session_once(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var all = Enumerable.Range(0, 450).Select(i => A.Session(startsAtUtc: A.Start.AddHours(i / 3), title: $"Session {i}")).ToList();
        await academy.App.Has([.. all]);

        var pages = new List<SessionList>();
        do
        {
            var after = pages.Count == 0 ? "" : $"?after={Uri.EscapeDataString(pages[^1].Next!)}";
            pages.Add((await academy.Desk.GetAsync($"/api/v1/sessions{after}")).ShouldBe(HttpStatusCode.OK).As<SessionList>());
        }
        while (pages[^1].Next is not null && pages.Count < 9);

        Assert.Equal([200, 200, 50], pages.Select(p => p.Items.Count));
        var items = pages.SelectMany(p => p.Items).ToList();
        Assert.Equal(all.Select(s => s.Id).Order(), items.Select(i => i.Id).Order());
        Assert.Equal(items.Select(i => i.StartsAtUtc).Order(), items.Select(i => i.StartsAtUtc));
    }

    [Theory]
    [BothDatabases("", "today, second, third")] // from today, which in London is 2 July already
    [BothDatabases("?from=2026-07-02&to=2026-07-02", "today")]
    [BothDatabases("?from=2026-09-02&to=2026-09-03", "second, third")] // inclusive, and London days: the third begins at half past midnight
    [BothDatabases("?to=2026-09-02", "today, second")]
    [BothDatabases("?kind=course", "third")]
    [BothDatabases("?q=SECOND", "second")]
    [BothDatabases("?q=story%20second", "second")]
    [BothDatabases("?q=100%25", "today")]
    [BothDatabases("?q=_", "")]
    [BothDatabases("?q=nothing", "")]
    public async Task They_are_cut_by_day_kind_and_words(DatabaseProvider provider, string query, string titles)
    {
        await using var academy = await Academy.OpenAsync(provider);
        await academy.HasAsync(A.Details(title: "today", startsAtUtc: A.London("2026-07-02 16:00")) with { Description = "100% families" });
        await academy.HasAsync(A.Details(title: "second", startsAtUtc: A.London("2026-09-02 23:30")) with { Tags = "Story, courage" });
        await academy.HasAsync(A.Details(title: "third", startsAtUtc: A.London("2026-09-03 00:30"), kind: SessionKind.Course));

        var list = (await academy.Desk.GetAsync($"/api/v1/sessions{query}")).ShouldBe(HttpStatusCode.OK).As<SessionList>();

        Assert.Equal(titles, string.Join(", ", list.Items.Select(i => i.Title)));
        Assert.Null(list.Next);
    }

    [Theory, InlineData("?from=yesterday"), InlineData("?kind=party"), InlineData("?to=2026-13-01")]
    public async Task A_filter_nobody_understands_is_refused(string query)
    {
        await using var academy = await Academy.OpenAsync();

        (await academy.Desk.GetAsync($"/api/v1/sessions{query}")).ShouldBe(HttpStatusCode.BadRequest, "bad-request");
    }

    [Theory, BothDatabases]
    public async Task My_place_and_the_joining_link_are_for_those_who_hold_one(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var session = await academy.HasAsync(A.Details(capacity: 1) with { JoinUrl = "https://meet.example/1" });
        var (holder, waiting) = (await academy.HasAsync("holder"), await academy.HasAsync("waiting"));
        await holder.BooksAsync(session);
        await waiting.BooksAsync(session);

        Assert.Equal("https://meet.example/1", (await holder.SeesAsync(session)).JoinUrl);
        Assert.Equal((await holder.MineAsync())[0], (await holder.SeesAsync(session)).My);
        Assert.Null((await waiting.SeesAsync(session)).JoinUrl);
        Assert.Equal(1, (await waiting.SeesAsync(session)).My!.Position);
        var other = await academy.HasAsync("other");
        Assert.Equal((null, null), ((await other.SeesAsync(session)).JoinUrl, (await other.SeesAsync(session)).My));
        foreach (var who in new[] { waiting, other })
        {
            foreach (var url in new[] { "/api/v1/sessions", Links.ApiSession(session.Id), Links.ApiMyBookings }) { Assert.DoesNotContain("meet.example", (await who.GetAsync(url)).Body, StringComparison.Ordinal); }
            foreach (var url in new[] { Links.Programme, Links.Session(session.Id), Links.MyBookings }) { Assert.DoesNotContain("meet.example", (await who.GetPageAsync(url)).Document.DocumentElement.OuterHtml, StringComparison.Ordinal); }
        }
        Assert.DoesNotContain(await academy.MailsToAsync(waiting), m => (m.Text + m.Html).Contains("meet.example", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task Who_is_not_signed_in_sees_no_link_and_no_name(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var trainer = await academy.HasAsync("trainer.tilda");
        var session = await academy.HasAsync(A.Details() with { JoinUrl = "https://meet.example/1", Trainers = [trainer.Id], OutsideTrainers = "Outside Olga", CostCode = "C-77" });
        await (await academy.HasAsync("holder.hanna")).BooksAsync(session);

        foreach (var url in new[] { Links.Programme, "/?Q=life", Links.Session(session.Id) })
        {
            var page = await academy.App.Anonymous().GetPageAsync(url);
            page.ShouldSay("Life story work");
            foreach (var word in new[] { "meet.example", trainer.Name, "Outside Olga", "Hanna", "C-77" }) { Assert.DoesNotContain(word, page.Document.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase); }
        }
    }
}
