using System.Security.Cryptography;
using System.Text.Json;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Hosting;

namespace BetterTogether.Learning.Web.Data;

public sealed record KeyReused() : Refusal("key-reused", "This Idempotency-Key was used for another request. Send a new key with a new request.");

/// <summary>A request that may come twice: whose it is, what it asks, and the key that makes it one.</summary>
public sealed record OnceKey(Guid PersonId, string Route, string Key, byte[] BodyHash)
{
    /// <param name="body">What was asked, as JSON.</param>
    /// <returns>Null when no key was sent.</returns>
    public static OnceKey? From(string? key, Guid personId, string route, object body) =>
        string.IsNullOrWhiteSpace(key) ? null : new(personId, route, key.Trim(), SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(body, JsonSetup.Options)));
}

public static class Idempotency
{
    /// <summary>Decides once per key: a repetition gets the first answer, a refusal is decided anew. Call it inside a unit of work, after its locks are taken.</summary>
    public static async Task<Result<T>> OnceAsync<T>(this LearningDb db, OnceKey? once, DateTime nowUtc, Func<Task<Result<T>>> decide)
    {
        if (once is null) { return await decide(); }
        if (once.Key.Length > IdempotencyKey.LongestKey) { return new Invalid("key-too-long", $"An Idempotency-Key has {IdempotencyKey.LongestKey} characters at most"); }
        var known = await db.IdempotencyKeys.FindAsync(once.PersonId, once.Route, once.Key);
        if (known is not null && nowUtc - known.AnsweredAtUtc < IdempotencyKey.Kept)
        {
            return known.BodyHash.AsSpan().SequenceEqual(once.BodyHash) ? JsonSerializer.Deserialize<T>(known.Answer, JsonSetup.Options)! : new KeyReused();
        }
        if (known is not null) { db.Remove(known); await db.SaveChangesAsync(); }
        var decided = await decide();
        if (decided.Refusal is null)
        {
            db.Add(new IdempotencyKey(once.PersonId, once.Route, once.Key, once.BodyHash, JsonSerializer.Serialize(decided.Value, JsonSetup.Options), nowUtc));
        }
        return decided;
    }
}
