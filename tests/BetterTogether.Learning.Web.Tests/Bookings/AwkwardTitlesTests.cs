using System.Net;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Sessions;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Bookings;

public sealed class AwkwardTitlesTests
{
    private const string Script = "<script>alert('1')</script> & \"trust\" [link](javascript:alert(1))";

    [Fact]
    public async Task A_title_of_ten_thousand_characters_is_refused_with_the_field_and_the_number()
    {
        await using var academy = await Academy.OpenAsync();

        var answer = (await academy.Desk.PostAsync("/api/v1/sessions", Sessions.Body(new string('x', 10_000)))).ShouldBe(HttpStatusCode.BadRequest, "too-long");

        Assert.Contains("10,000 characters", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("title", answer.Json.GetProperty("field").GetString(), ignoreCase: true);
    }

    [Theory, InlineData(""), InlineData("   "), InlineData("two\nlines"), InlineData("nul\u0000")]
    public async Task A_title_that_is_empty_or_no_line_of_text_is_refused(string title)
    {
        await using var academy = await Academy.OpenAsync();

        (await academy.Desk.PostAsync("/api/v1/sessions", Sessions.Body(title))).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, BothDatabases]
    public async Task A_script_in_a_title_is_text_wherever_it_is_shown(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var made = (await academy.Desk.PostAsync("/api/v1/sessions", Sessions.Body(Script) with { Kind = SessionKind.LearningWednesday })).ShouldBe(HttpStatusCode.Created).As<SessionView>();
        var beside = (await academy.Desk.PostAsync("/api/v1/sessions", Sessions.Body("Beside") with { Kind = SessionKind.LearningWednesday })).ShouldBe(HttpStatusCode.Created).As<SessionView>();
        var ada = await academy.HasAsync("ada");
        (await ada.PostAsync($"{Links.ApiSession(made.Id)}/bookings")).ShouldBe(HttpStatusCode.Created);
        var booking = Assert.Single(await ada.MineAsync());
        var clash = await (await ada.GetPageAsync(Links.Session(beside.Id))).SubmitAsync("Book this place");

        foreach (var page in new[] { await ada.GetPageAsync(Links.Programme), await ada.GetPageAsync(Links.Session(made.Id)), await ada.GetPageAsync(Links.MyBookings), await ada.GetPageAsync(Links.Booking(booking.Id)), await ada.GetPageAsync(Links.LearningWednesday(A.Day("2026-09-02"))), clash })
        {
            page.ShouldSay(Script);
            Assert.DoesNotContain(page.Document.QuerySelectorAll("script"), s => s.TextContent.Contains("alert", StringComparison.Ordinal));
            Assert.Empty(page.Document.QuerySelectorAll("a[href^=javascript]"));
        }
        var mail = Assert.Single(await academy.MailsAsync());
        Assert.Contains(Script, mail.Subject, StringComparison.Ordinal);
        Assert.Contains(Script, mail.Text, StringComparison.Ordinal);
        var html = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(mail.Html);
        Assert.Empty(html.QuerySelectorAll("script, a[href^=javascript]"));
        Assert.Contains(Script, html.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Script, mail.Line("SUMMARY:"));
    }
}
