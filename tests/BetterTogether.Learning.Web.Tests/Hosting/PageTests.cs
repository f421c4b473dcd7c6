using System.Net;

namespace BetterTogether.Learning.Web.Tests.Hosting;

/// <summary>The tests' own browser without script: what it sends is what a browser sends.</summary>
public sealed class PageTests
{
    private const string Form = """
        <h1>Book   a place</h1>
        <form method="post" action="/book?x=1">
          <input type="hidden" name="__RequestVerificationToken" value="token">
          <label for="name">Your name</label><input id="name" name="Name" value="before">
          <input type="checkbox" name="Agree" value="true"><input type="hidden" name="Agree" value="false">
          <input type="radio" name="Kind" value="a" checked><input type="radio" name="Kind" value="b">
          <select name="Place"><option value="1">One</option><option value="2">Two</option></select>
          <textarea name="Why"></textarea>
          <button name="do" value="book">Book</button><button name="do" value="leave" formaction="/leave">Leave</button>
        </form>
        """;

    [Fact]
    public async Task A_form_is_sent_with_every_field_and_the_pressed_button()
    {
        var sent = new List<string>();
        using var http = Browser(sent);
        var page = await new Visitor(http).GetPageAsync("/form");

        await page.ShouldSay("Book a place").SubmitAsync("Book", ("Your name", "Ada & Bea"), ("Agree", "true"), ("Kind", "b"), ("Place", "Two"), ("Why", "é"));
        await page.SubmitAsync("Leave", ("Agree", "false"));

        Assert.Equal("POST /book?x=1 __RequestVerificationToken=token&Name=Ada+%26+Bea&Agree=true&Agree=false&Kind=b&Place=2&Why=%C3%A9&do=book", sent[0]);
        Assert.StartsWith("POST /leave ", sent[1], StringComparison.Ordinal);
        Assert.EndsWith("do=leave", sent[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_that_is_not_there_is_named()
    {
        using var http = Browser([]);
        var page = await new Visitor(http).GetPageAsync("/form");

        var failure = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => page.SubmitAsync("Book", ("Nmae", "Ada")));
        Assert.Contains("no field \"Nmae\"; it has: __RequestVerificationToken, Name", failure.Message, StringComparison.Ordinal);
    }

    private static HttpClient Browser(List<string> sent) => new(new Server(sent)) { BaseAddress = new("http://localhost") };

    private sealed class Server(List<string> sent) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is not null)
            {
                Assert.Equal("application/x-www-form-urlencoded", request.Content.Headers.ContentType?.MediaType);
                sent.Add($"{request.Method} {request.RequestUri!.PathAndQuery} {await request.Content.ReadAsStringAsync(cancellationToken)}");
            }
            return new(HttpStatusCode.OK) { Content = new StringContent(Form), RequestMessage = request };
        }
    }
}
