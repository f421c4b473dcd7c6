using System.Text.RegularExpressions;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace BetterTogether.Learning.Web.Tests.Architecture;

public sealed partial class OpenListTests
{
    [Theory, InlineData("Development"), InlineData("Production")]
    public async Task Every_endpoint_has_a_policy_or_is_on_the_open_list(string environment)
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions { Environment = environment });

        // An endpoint that says nothing gets the fallback policy: signed in. AllowAnonymous switches every policy off.
        var open = app.Endpoints().Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null && !IsAsset(e)).Select(Address).Distinct().ToList();

        Assert.NotEmpty(open);
        Assert.All(open, address => Assert.True(OpenList.Reasons.ContainsKey(address), $"{address} is open to all and not on the open list"));
    }

    [Fact]
    public async Task What_serves_development_is_not_there_in_production()
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions { Environment = "Production" });

        Assert.DoesNotContain(app.Endpoints().Select(Address), address => address.StartsWith("/dev/", StringComparison.Ordinal));
    }

    [Theory, InlineData("/my-bookings"), InlineData("/desk"), InlineData("/people"), InlineData("/admin/invariants"), InlineData("/me"), InlineData("/api/v1/sessions"), InlineData("/api/v1/me/bookings"), InlineData("/hubs/circle")]
    public void What_belongs_to_people_is_not_on_it(string address) => Assert.DoesNotContain(address, OpenList.Reasons.Keys);

    private static bool IsAsset(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    private static string Address(RouteEndpoint endpoint) => "/" + Constraint().Replace(endpoint.RoutePattern.RawText ?? "", "").TrimStart('/');

    [GeneratedRegex(@"(?<=\{[^}]*)[:?][^}]*(?=\})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Constraint();
}
