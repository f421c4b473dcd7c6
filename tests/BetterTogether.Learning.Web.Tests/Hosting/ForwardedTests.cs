using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace BetterTogether.Learning.Web.Tests.Hosting;

public sealed class ForwardedTests
{
    [Theory]
    [InlineData("10.1.2.3", "10.1.0.0/16", true)]
    [InlineData("10.1.2.3", "192.0.2.1, 10.1.2.3", true)]
    [InlineData("10.2.0.1", "10.1.0.0/16", false)]
    [InlineData("10.1.2.3", "", false)]
    public async Task Only_a_proxy_that_is_named_is_believed_that_somebody_came_over_https(string from, string proxies, bool believed)
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions
        {
            Environment = "Production", Settings = new() { ["Site:Proxies"] = proxies }, Replace = services => services.AddSingleton<IStartupFilter>(new ComesFrom(IPAddress.Parse(from))),
        });

        // Only over HTTPS browsers are told to keep to it.
        var answer = await app.Anonymous("http://learning.example").GetAsync(Links.Live, ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "192.0.2.77"));

        Assert.Equal(believed ? ["max-age=31536000"] : [], answer.Headers.TryGetValues("Strict-Transport-Security", out var told) ? told : []);
    }

    [Theory]
    [InlineData("10.1.0.0/16", HttpStatusCode.OK)]
    [InlineData("10.1.2.3", HttpStatusCode.TooManyRequests)] // nobody has named the gateway: it is whoever comes
    public async Task Behind_two_proxies_each_person_is_one_caller_where_both_are_named(string proxies, HttpStatusCode second)
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions
        {
            Environment = "Production", Settings = new() { ["Site:Proxies"] = proxies, ["Limits:SearchPerCaller"] = "1" }, Replace = services => services.AddSingleton<IStartupFilter>(new ComesFrom(IPAddress.Parse("10.1.2.3"))),
        });
        Task<Answer> AsksAsync(string person) => app.Anonymous().GetAsync(Links.Programme, ("X-Forwarded-For", $"{person}, 10.1.9.9"));

        (await AsksAsync("192.0.2.77")).ShouldBe(HttpStatusCode.OK);

        (await AsksAsync("192.0.2.78")).ShouldBe(second);
    }

    private sealed class ComesFrom(IPAddress address) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, onward) =>
            {
                context.Connection.RemoteIpAddress = address;
                return onward(context);
            });
            next(app);
        };
    }
}
