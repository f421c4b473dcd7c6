using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace BetterTogether.Learning.Web.Tests.Hosting;

/// <summary>What an endpoint answers to, in one spelling: "POST /bookings/{}?handler=Cancel".</summary>
internal static partial class Addresses
{
    public static string Normal(string method, string route, string? handler) =>
        $"{method} /{Braces().Replace(route.Trim('/'), "{}")}{(string.IsNullOrEmpty(handler) ? "" : "?handler=" + handler)}";

    /// <summary>A page has an address for each of its handlers. Assets have none: they are files.</summary>
    public static async Task<IEnumerable<string>> OfAsync(RouteEndpoint endpoint, PageLoader pages)
    {
        var route = endpoint.RoutePattern.RawText ?? "";
        if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null) { return []; }
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
        {
            var loaded = await pages.LoadAsync(page, endpoint.Metadata);
            return loaded.HandlerMethods.Select(h => Normal(h.HttpMethod.ToUpperInvariant(), route, h.Name)).Append(Normal("GET", route, null));
        }
        return (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => Normal(method, route, null));
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Braces();
}
