using System.Net;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace BetterTogether.Learning.Web.Tests.Errors;

public sealed class ErrorPagesTests
{
    [Theory]
    [InlineData(400, "We could not read that")]
    [InlineData(403, "This page is not open to you")]
    [InlineData(404, "We cannot find this page")]
    [InlineData(429, "That was a lot at once")]
    [InlineData(500, "If you tell us about it, give us this number")]
    [InlineData(503, "We cannot get to our records just now")]
    public async Task Each_says_what_happened_with_its_status(int status, string words)
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.Anonymous();

        Assert.Equal(status, (int)(await visitor.GetPageAsync(Links.Error(status))).ShouldSay(words).Status);
    }

    [Theory, InlineData("/nothing-here"), InlineData("/error/200"), InlineData("/error/9999"), InlineData("/people/no-id")]
    public async Task What_is_not_there_has_the_page_for_it(string address)
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.Anonymous();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetPageAsync(address)).ShouldSay("We cannot find this page").Status);
    }

    [Fact]
    public async Task A_form_without_its_token_is_told_to_load_the_page_again()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.Anonymous();
        using var form = new FormUrlEncodedContent([new("Email", "ann@demo.example")]);

        using var answer = await visitor.Http.PostAsync(Links.SignIn, form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("We could not read that", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_database_gone_the_signed_in_hear_so_and_open_pages_stay()
    {
        await using var app = await TestApp.StartAsync();
        await app.HasPerson("ann@demo.example");
        using var visitor = await app.SignedInAs("ann@demo.example");
        await using (var db = new SqliteConnection(app.ConnectionString))
        {
            await db.OpenAsync();
            await using var drop = db.CreateCommand();
            drop.CommandText = "DROP TABLE sign_ins";
            await drop.ExecuteNonQueryAsync();
        }

        var page = await visitor.GetPageAsync(Links.Me);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, Links.Me), (page.ShouldSay("We cannot get to our records just now").Status, page.Path));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetPageAsync(Links.Privacy)).Status);
    }
}
