using System.Net.Http.Json;
using BetterTogether.Learning.Web.Hosting;

namespace BetterTogether.Learning.Web.Tests.Hosting;

/// <summary>Somebody at the product with a cookie jar of their own: at its pages as with a browser without script, or at its API.</summary>
public sealed class Visitor(HttpClient http) : IDisposable
{
    public HttpClient Http => http;

    public Task<Page> GetPageAsync(string url) => PageAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(url, UriKind.RelativeOrAbsolute)));

    public Task<Answer> GetAsync(string url, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, url, null, headers);

    public Task<Answer> PostAsync(string url, object? body = null, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Post, url, body, headers);

    public Task<Answer> PatchAsync(string url, object body) => SendAsync(HttpMethod.Patch, url, body);

    public Task<Answer> PutAsync(string url, object body) => SendAsync(HttpMethod.Put, url, body);

    /// <param name="body">An object in the API's own JSON, or a string that is sent as JSON as it is.</param>
    public async Task<Answer> SendAsync(HttpMethod method, string url, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, url);
        if (body is string json) { request.Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json"); }
        else if (body is not null) { request.Content = JsonContent.Create(body, options: JsonSetup.Options); }
        foreach (var (name, value) in headers) { request.Headers.Add(name, value); }
        using var response = await http.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    internal async Task<Page> PageAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await http.SendAsync(request);
            return await Page.ReadAsync(this, response);
        }
    }

    public void Dispose() => http.Dispose();
}
