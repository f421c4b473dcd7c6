namespace BetterTogether.Learning.Web.Hosting;

/// <summary>Settings <c>Site__*</c>.</summary>
public sealed class SiteOptions
{
    public string Name { get; set; } = "Better Together Learning";

    /// <summary>The address people reach the product at, without a slash at the end; links in mails begin with it.</summary>
    public string BaseUrl { get; set; } = "http://localhost:5080";

    /// <summary>Addresses of the TLS-terminating proxies whose forwarded headers are believed, separated by commas; networks as 10.0.0.0/8.</summary>
    public string Proxies { get; set; } = "";

    public string Absolute(string path) => BaseUrl.TrimEnd('/') + path;
}
