using System.Net;

namespace BetterTogether.Learning.Web.Hosting;

/// <summary>Settings <c>Site__*</c>.</summary>
public sealed class SiteOptions
{
    public string Name { get; set; } = "Better Together Learning";

    /// <summary>The address people reach the product at, without a slash at the end; links in mails begin with it.</summary>
    public string BaseUrl { get; set; } = "http://localhost:5080";

    /// <summary>Addresses of the TLS-terminating proxies whose forwarded headers are believed, separated by commas; networks as 10.0.0.0/8.</summary>
    public string Proxies { get; set; } = "";

    /// <summary>The networks in <see cref="Proxies"/>, an address being one of its own; null where something there is neither.</summary>
    public IReadOnlyList<IPNetwork>? Believed
    {
        get
        {
            var read = Proxies.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Network).ToList();
            return read.TrueForAll(n => n is not null) ? [.. read.OfType<IPNetwork>()] : null;
        }
    }

    /// <summary>Whether it is the whole address of something a browser opens.</summary>
    public static bool IsPage(string address) => Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";

    private static IPNetwork? Network(string proxy) =>
        IPNetwork.TryParse(proxy, out var network) ? network
        : IPAddress.TryParse(proxy, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;

    public string Absolute(string path) => BaseUrl.TrimEnd('/') + path;
}
