using System.Net.Http.Json;
using System.Text.RegularExpressions;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Hosting;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace BetterTogether.Learning.Web.Tests.Access;

/// <summary>The product with the ten in it, and nothing that writes by itself. Threading: one call at a time.</summary>
public sealed partial class AccessSite : IAsyncLifetime
{
    private IReadOnlyDictionary<Who, Person> people = new Dictionary<Who, Person>();
    private readonly Dictionary<(Who Who, string TokenPage), (Visitor Visitor, string Token)> visitors = [];
    private TestApp app = null!;
    private SqliteConnection watch = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartAsync(new TestAppOptions { Replace = QuietServices.WritesNothingByItself });
        people = await World.PeopleAsync(app);
        watch = new SqliteConnection(new SqliteConnectionStringBuilder(app.ConnectionString) { Pooling = false }.ToString());
        await watch.OpenAsync();
        await app.Anonymous().GetAsync(Links.Ready); // the probe writes, once a second of a clock that stands still
    }

    public async Task DisposeAsync()
    {
        await watch.DisposeAsync();
        await app.DisposeAsync();
    }

    /// <summary>The cells of a row as they are.</summary>
    internal async Task<string[]> TryAsync(AccessRow row)
    {
        var (world, cells) = (new World(app, people), new List<string>());
        foreach (var who in Enum.GetValues<Who>())
        {
            if (row.Writes) { world = new World(app, people); }
            cells.Add(await TryAsync(row, who, world));
        }
        return [.. cells];
    }

    private async Task<string> TryAsync(AccessRow row, Who who, World world)
    {
        var url = await world.FillAsync(row.Url);
        var isForm = row.Writes && row.Body is null or string && !url.StartsWith("/api/", StringComparison.Ordinal);
        var (visitor, token) = await HereAsync(who, isForm && url.StartsWith(Links.SignIn, StringComparison.Ordinal) ? Links.SignIn : Links.Programme);
        using var request = new HttpRequestMessage(new HttpMethod(row.Method), url);
        if (isForm) { request.Content = Form(await world.FillAsync(row.Body as string ?? ""), token); }
        else if (row.Body is not null) { request.Content = new StringContent(await world.FillAsync(await JsonContent.Create(row.Body, options: JsonSetup.Options).ReadAsStringAsync()), System.Text.Encoding.UTF8, "application/json"); }

        var before = await VersionAsync();
        using var response = await visitor.Http.SendAsync(request);
        var wrote = before != await VersionAsync();
        // Whoever signs in or out there is somebody else from now on.
        if (row.Writes && url.Contains("sign-", StringComparison.Ordinal)) { visitors.Clear(); }
        var cell = Letter(response);
        return cell is "y" ? (row.Writes, wrote) switch { (true, false) => "-", (false, true) => "y!", _ => "y" } : wrote ? cell + "!" : cell;
    }

    private static string Letter(HttpResponseMessage response) => (int)response.StatusCode switch
    {
        401 => "s",
        302 or 303 or 307 when response.Headers.Location?.OriginalString is { } to && to.Replace("http://localhost", "", StringComparison.Ordinal).StartsWith(Links.SignIn, StringComparison.Ordinal) => "s",
        403 => "f",
        404 => "n",
        // A body that is wrong, or a server that fell, says nothing of who may.
        400 or 405 or 415 or 429 or >= 500 => $"?{(int)response.StatusCode}",
        _ => "y",
    };

    private async Task<(Visitor Visitor, string Token)> HereAsync(Who who, string tokenPage)
    {
        if (visitors.TryGetValue((who, tokenPage), out var known)) { return known; }
        var visitor = who == Who.Nobody ? app.Anonymous(followRedirects: false) : await app.SignedInAs(people[who].Email, followRedirects: false);
        var page = await visitor.GetAsync(who == Who.Nobody ? Links.SignIn : tokenPage);
        return visitors[(who, tokenPage)] = (visitor, Token().Match(page.Body).Value);
    }

    private static FormUrlEncodedContent Form(string fields, string token) => new(
        fields.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=', 2)).Select(f => new KeyValuePair<string, string>(f[0], f[1])).Append(new("__RequestVerificationToken", token)));

    // Rises when any other connection has committed a change.
    private async Task<long> VersionAsync()
    {
        await using var command = watch.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    [GeneratedRegex("(?<=name=\"__RequestVerificationToken\" type=\"hidden\" value=\")[^\"]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
