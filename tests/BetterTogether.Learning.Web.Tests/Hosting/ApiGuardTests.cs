using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace BetterTogether.Learning.Web.Tests.Hosting;

public sealed class ApiGuardTests
{
    private const string Here = "https://learning.example";

    [Theory]
    [InlineData("POST", null, null, false)] // not a browser
    [InlineData("POST", null, "same-origin", false)]
    [InlineData("POST", null, "none", false)] // typed in by the person
    [InlineData("POST", null, "cross-site", true)]
    [InlineData("POST", null, "same-site", true)]
    [InlineData("POST", Here, "same-origin", false)]
    [InlineData("POST", Here, null, false)]
    [InlineData("POST", "HTTPS://LEARNING.EXAMPLE", null, false)]
    [InlineData("POST", Here, "cross-site", true)]
    [InlineData("POST", "http://learning.example", null, true)]
    [InlineData("POST", "https://learning.example:8443", null, true)]
    [InlineData("POST", "https://evil.example", null, true)]
    [InlineData("POST", "https://learning.example.evil.example", null, true)]
    [InlineData("POST", "null", null, true)] // a sandboxed frame
    [InlineData("PUT", "https://evil.example", null, true)]
    [InlineData("PATCH", "https://evil.example", null, true)]
    [InlineData("DELETE", "https://evil.example", null, true)]
    [InlineData("GET", "https://evil.example", "cross-site", false)]
    [InlineData("HEAD", null, "cross-site", false)]
    public void An_unsafe_call_from_another_sites_page_is_foreign(string method, string? origin, string? site, bool foreign)
    {
        var request = new DefaultHttpContext().Request;
        (request.Method, request.Scheme, request.Host) = (method, "https", new HostString("learning.example"));
        if (origin is not null) { request.Headers.Origin = origin; }
        if (site is not null) { request.Headers["Sec-Fetch-Site"] = site; }

        Assert.Equal(foreign, ApiGuard.IsForeign(request));
    }
}
