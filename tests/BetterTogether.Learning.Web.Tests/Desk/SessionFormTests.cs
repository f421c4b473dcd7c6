using System.Net;
using AngleSharp.Html.Dom;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Desk;

public sealed class SessionFormTests
{
    [Fact]
    public async Task A_draft_is_seen_by_the_desk_and_by_nobody_else()
    {
        await using var app = await TestApp.StartAsync();
        var desk = await app.Desk();

        var managed = await (await desk.GetPageAsync(Links.NewSession)).SubmitAsync("Save as draft", DeskVisitors.Session());

        managed.ShouldSay("Saved as a draft").ShouldSay("Wednesday 2 September 2026, 10am to 11:30am");
        (await desk.GetPageAsync(Links.Desk)).ShouldSay("Life story work").ShouldSay("Draft").ShouldSay("0 of 12 places held");
        (await app.Anonymous().GetPageAsync(Links.Programme)).ShouldNotSay("Life story work");
    }

    [Fact]
    public async Task A_published_session_is_in_the_programme()
    {
        await using var app = await TestApp.StartAsync();
        var desk = await app.Desk();

        (await (await desk.GetPageAsync(Links.NewSession)).SubmitAsync("Publish", DeskVisitors.Session())).ShouldSay("Published. People can book it now.");

        (await app.Anonymous().GetPageAsync(Links.Programme)).ShouldSay("Life story work");
    }

    [Fact]
    public async Task A_course_gets_a_second_date_without_script_and_loses_it_again()
    {
        await using var app = await TestApp.StartAsync();
        var page = await (await app.Desk()).GetPageAsync(Links.NewSession);

        var two = await page.SubmitAsync("Add another date", DeskVisitors.Session());
        var three = await two.SubmitAsync("Add another date", ("Form.Dates[1].Date", "2026-09-09"));
        var again = await three.SubmitAsync("Remove date 3");
        var made = await again.SubmitAsync("Publish", ("Form.DatesToComplete", "1"));

        made.ShouldSay("Wednesday 2 September 2026, 10am to 11:30am").ShouldSay("Wednesday 9 September 2026, 10am to 11:30am").ShouldSay("1 of 2 dates");
    }

    [Fact]
    public async Task A_double_press_makes_one_session()
    {
        await using var app = await TestApp.StartAsync();
        var page = await (await app.Desk()).GetPageAsync(Links.NewSession);

        await page.SubmitAsync("Publish", DeskVisitors.Session());
        await page.SubmitAsync("Publish", DeskVisitors.Session());

        Assert.Equal(1, await app.Ask(db => db.Sessions.CountAsync()));
    }

    [Theory]
    [InlineData("Form.Dates[0].Date", "2026-07-01", "The start must be in the future", "Form_Dates_0__Date")]
    [InlineData("Form.Dates[0].Ends", "09:00", "The end must be after the start", "Form_Dates_0__Ends")]
    [InlineData("Form.Dates[0].Date", "soon", "Enter a date", "Form_Dates_0__Date")]
    [InlineData("Form.Capacity", "many", "Enter the number of places", "Form_Capacity")]
    [InlineData("Form.Capacity", "0", "Enter a number of places from 1", "Form_Capacity")]
    [InlineData("Form.Trainers", "nobody@demo.example", "nobody@demo.example is not in the staff directory", "Form_Trainers")]
    [InlineData("Form.JoinUrl", "javascript:alert(1)", "Enter the whole joining link", "Form_JoinUrl")]
    [InlineData("Form.DatesToComplete", "2", "no more dates than that", "Form_DatesToComplete")]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(string field, string value, string says, string id)
    {
        await using var app = await TestApp.StartAsync();

        var refused = await (await (await app.Desk()).GetPageAsync(Links.NewSession)).SubmitAsync("Publish", DeskVisitors.Session((field, value)));

        refused.ShouldSay(says);
        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.NotNull(refused.Document.QuerySelector($".govuk-error-summary a[href='#{id}']"));
        Assert.Equal(value, Value(refused, id));
        Assert.Equal("Life story work", Value(refused, "Form_Title"));
        Assert.Equal(0, await app.Ask(db => db.Sessions.CountAsync()));
    }

    [Fact]
    public async Task A_time_that_the_clocks_jump_over_is_refused()
    {
        await using var app = await TestApp.StartAsync();

        var refused = await (await (await app.Desk()).GetPageAsync(Links.NewSession)).SubmitAsync("Publish", DeskVisitors.Session(
            ("Form.Dates[0].Date", "2027-03-28"), ("Form.Dates[0].Starts", "01:30"), ("Form.Dates[0].Ends", "03:00")));

        refused.ShouldSay("There is no 1:30am on Sunday 28 March 2027");
    }

    [Fact]
    public async Task A_title_that_is_far_too_long_comes_back_whole()
    {
        await using var app = await TestApp.StartAsync();
        var title = new string('x', 10_000);

        var refused = await (await (await app.Desk()).GetPageAsync(Links.NewSession)).SubmitAsync("Publish", DeskVisitors.Session(("Form.Title", title)));

        refused.ShouldSay("The title has 10,000 characters. Use 150 or fewer.");
        Assert.Equal(title, Value(refused, "Form_Title"));
    }

    [Fact]
    public async Task A_script_in_a_title_is_text()
    {
        await using var app = await TestApp.StartAsync();
        const string script = "<script>alert(1)</script>";

        var made = await (await (await app.Desk()).GetPageAsync(Links.NewSession)).SubmitAsync("Publish", DeskVisitors.Session(("Form.Title", script)));

        Assert.Equal(script, made.Document.QuerySelector("h1")!.TextContent.Trim());
    }

    [Fact]
    public async Task Whoever_publishes_without_a_title_is_told_and_may_keep_a_draft()
    {
        await using var app = await TestApp.StartAsync();

        var refused = await (await (await app.Desk()).GetPageAsync(Links.NewSession)).SubmitAsync("Publish", DeskVisitors.Session(("Form.Title", "")));

        (await refused.ShouldSay("Enter a title").SubmitAsync("Save as draft")).ShouldSay("Topic to be agreed");
    }

    [Fact]
    public async Task A_facilitators_session_is_private_and_theirs()
    {
        await using var app = await TestApp.StartAsync();
        var (facilitator, person) = await app.Facilitator();

        await (await facilitator.GetPageAsync(Links.NewSession)).SubmitAsync("Publish", DeskVisitors.Session());

        var session = await app.Ask(db => db.Sessions.Include(s => s.Trainers).SingleAsync());
        Assert.Equal((Visibility.Private, person.Id), (session.Visibility, session.Trainers.Single().PersonId));
        (await facilitator.GetPageAsync(Links.Desk)).ShouldSay("Life story work");
    }

    private static string? Value(Page page, string id) => page.Document.GetElementById(id) switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        var other => other?.TextContent,
    };
}
