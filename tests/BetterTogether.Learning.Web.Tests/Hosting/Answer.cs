using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using BetterTogether.Learning.Web.Hosting;

namespace BetterTogether.Learning.Web.Tests.Hosting;

/// <summary>What a call was answered.</summary>
public sealed record Answer(HttpStatusCode Status, string Body, HttpResponseHeaders Headers, string? ContentType)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    /// <summary>The code of a ProblemDetails; null where the answer is none.</summary>
    public string? Code => ContentType == "application/problem+json" ? Json.GetProperty("code").GetString() : null;

    public T As<T>() => JsonSerializer.Deserialize<T>(Body, JsonSetup.Options) ?? throw new InvalidOperationException("The answer is null");

    public Answer ShouldBe(HttpStatusCode status, string? code = null)
    {
        Assert.True(Status == status && (code is null || Code == code), $"Expected {(int)status} {code}, was {(int)Status}: {Body}");
        return this;
    }

    internal static async Task<Answer> ReadAsync(HttpResponseMessage response) =>
        new(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers, response.Content.Headers.ContentType?.MediaType);
}
