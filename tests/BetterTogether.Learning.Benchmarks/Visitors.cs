using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace BetterTogether.Learning.Benchmarks;

/// <summary>Signed-in people of the product's demo data, over one shared pool of connections.</summary>
public sealed class Visitors : IDisposable
{
    private readonly HttpClient http;
    private readonly Dictionary<string, string> cookies = [];

    public Visitors(Uri address) => http = new HttpClient(new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = 256 }) { BaseAddress = address };

    public async Task SignInAsync(string email)
    {
        using var form = new FormUrlEncodedContent([new("email", email)]);
        using var answer = await http.PostAsync(new Uri("/dev/sign-in", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        cookies[email] = answer.Headers.GetValues("Set-Cookie").First().Split(';')[0];
    }

    /// <summary>The cookie of somebody who has signed in, for whatever is not sent from here.</summary>
    public string Cookie(string email) => cookies[email];

    public async Task<HttpResponseMessage> SendAsync(string email, HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Add("Cookie", cookies[email]);
        if (body is not null) { request.Content = JsonContent.Create(body); }
        return await http.SendAsync(request);
    }

    public async Task<bool> IsAsync(HttpStatusCode expected, string email, HttpMethod method, string path, object? body = null)
    {
        using var answer = await SendAsync(email, method, path, body);
        await answer.Content.CopyToAsync(Stream.Null);
        return answer.StatusCode == expected;
    }

    /// <summary>A published session with places for all, on a day of its own so that nobody's bookings clash.</summary>
    public async Task<Guid> NewSessionAsync(DateTime startsAtUtc)
    {
        using var answer = await SendAsync("desk@demo.example", HttpMethod.Post, "/api/v1/sessions", new
        {
            title = "Measured", kind = "directWork", capacity = 1000, place = "Room 1",
            startsAtUtc = startsAtUtc.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture), endsAtUtc = startsAtUtc.AddHours(1).ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture),
        });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    public void Dispose() => http.Dispose();
}
