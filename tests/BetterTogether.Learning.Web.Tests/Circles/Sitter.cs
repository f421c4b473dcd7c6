using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using BetterTogether.Learning.Web.Hosting;

namespace BetterTogether.Learning.Web.Tests.Circles;

/// <summary>Somebody signed in at one server, over HTTP and over the hub, with the cookie in hand.</summary>
internal sealed class Sitter : IAsyncDisposable
{
    private readonly HttpClient http;
    private readonly List<Wire> wires = [];

    private Sitter(string email, HttpClient http, string cookie) => (Email, this.http, Cookie) = (email, http, cookie);

    public string Email { get; }
    public string Cookie { get; }
    public Wire Wire => wires[^1];

    public static async Task<Sitter> SignInAsync(Uri server, string email)
    {
        var client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = server };
        using var form = new FormUrlEncodedContent([new("email", email)]);
        using var answer = await client.PostAsync(Links.DevSignIn, form);
        Assert.True(answer.StatusCode == HttpStatusCode.NoContent, $"Signing in as {email} was answered {(int)answer.StatusCode}");
        var cookie = answer.Headers.GetValues("Set-Cookie").First().Split(';')[0];
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return new(email, client, cookie);
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) { request.Content = JsonContent.Create(body, options: JsonSetup.Options); }
        foreach (var (name, value) in headers) { request.Headers.TryAddWithoutValidation(name, value); }
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.StartsWith('{') ? JsonSerializer.Deserialize<JsonElement>(text) : default);
    }

    /// <summary>Opens another connection: as another tab, or after the network came back.</summary>
    public async Task<Wire> ConnectAsync(bool reads = true)
    {
        wires.Add(await Wire.ConnectAsync(http.BaseAddress!, Cookie, reads: reads));
        return Wire;
    }

    public async Task<JsonElement> JoinAsync(Guid circleId)
    {
        await ConnectAsync();
        return await Wire.InvokeAsync("Join", circleId);
    }

    /// <summary>A command with an id of its own.</summary>
    /// <param name="fields">An anonymous object: whatever the kind takes.</param>
    public Task<JsonElement> ActAsync(Guid circleId, string kind, object? fields = null, string? id = null) => Wire.InvokeAsync("Act", circleId, Command(kind, fields, id));

    public static JsonElement Command(string kind, object? fields = null, string? id = null)
    {
        var json = JsonSerializer.SerializeToNode(fields ?? new { })!.AsObject();
        json["id"] = id ?? $"{Guid.NewGuid()}";
        json["kind"] = kind;
        return JsonSerializer.SerializeToElement(json);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var wire in wires) { await wire.DisposeAsync(); }
        http.Dispose();
    }
}
