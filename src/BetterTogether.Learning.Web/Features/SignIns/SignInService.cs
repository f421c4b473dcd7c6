using System.Globalization;
using System.Security.Cryptography;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Mail;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.SignIns;

public sealed class SignInService(UnitOfWork work, IOptions<SignInOptions> options, IOptions<SiteOptions> site, Outbox outbox, TimeProvider clock, ILogger<SignInService> log)
{
    private const int KeysAtOnce = 16;

    // As Alive, of the keys that are asked for.
    private const string AliveAmong = """
        SELECT s."KeyHash" FROM sign_ins s JOIN people p ON p."Id" = s."PersonId"
        WHERE s."ExpiresAtUtc" > @a AND p."Active" AND (p."LastDay" IS NULL OR p."LastDay" >= @b)
          AND s."KeyHash" IN (@c, @d, @e, @f, @g, @h, @i, @j, @k, @l, @m, @n, @o, @p, @q, @r)
        """;

    // Each call of each circle asks.
    private readonly Gathering<byte[], bool> alive = new(keys => AreAliveAsync(work, keys, clock.GetUtcNow().UtcDateTime));

    /// <summary>The same answer and nearly the same work for a known and an unknown address: a code is kept for both, mailed to one.</summary>
    public async Task<PendingSignIn> SendCodeAsync(string email, CancellationToken cancel)
    {
        var address = PersonDetails.TidyEmail(email);
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var mailed = false;
        var pending = await work.DecideAsync<PendingSignIn>(async (db, nowUtc) =>
        {
            var asked = PendingSignIn.For(address, Ids.New(nowUtc));
            var hourAgoUtc = nowUtc.AddHours(-1);
            if (await db.SignInCodes.CountAsync(c => c.Email == address && c.SentAtUtc > hourAgoUtc, cancel) >= SignInCode.MostAnHour) { return asked; }
            db.Add(new SignInCode(asked.CodeId, address, asked.Hash(code), nowUtc));
            var person = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Email == address, cancel);
            mailed = person?.IsHere(nowUtc) ?? options.Value.Admits(address);
            if (mailed) { Enqueue(db, nowUtc, asked, person, code); }
            return asked;
        }, cancel);
        log.CodeMade(pending.Value.CodeId, mailed);
        return pending.Value;
    }

    /// <summary>Who has proven to hold the address. Somebody of an allowed domain is in the directory from here on.</summary>
    public async Task<Result<Person>> ProveAsync(PendingSignIn pending, string code, CancellationToken cancel)
    {
        // A wrong try is counted and saved, so inside it is an answer; a refusal would save nothing.
        var proven = await work.DecideAsync<Person?>(async (db, nowUtc) =>
        {
            // Touched first: two tries at once must wait for each other, or both count as one.
            await db.SignInCodes.Where(c => c.Id == pending.CodeId).ExecuteUpdateAsync(set => set.SetProperty(c => c.Tries, c => c.Tries), cancel);
            if (await db.SignInCodes.FindAsync([pending.CodeId], cancel) is not { } sent || !sent.Try(pending.Hash(code), nowUtc)) { return Nobody; }
            return await ComeInAsync(db, sent.Email, nowUtc, cancel) is { } person ? person : Nobody;
        }, cancel);
        if (proven.Value is { } somebody) { return somebody; }
        log.CodeRefused(pending.CodeId);
        return new CodeWrong();
    }

    /// <summary>Ends every sign-in of a person, this one too.</summary>
    public Task EndAllAsync(Guid personId, CancellationToken cancel) => work.DecideAsync<bool>(async (db, nowUtc) =>
    {
        await db.SignIns.Where(s => s.PersonId == personId).ExecuteDeleteAsync(cancel);
        db.Record(nowUtc, personId, "signed-out-everywhere", personId);
        return true;
    }, cancel);

    /// <summary>Whether a sign-in still holds, for what outlives the request that brought it.</summary>
    public Task<bool> IsAliveAsync(byte[] keyHash, CancellationToken cancel) => alive.AskAsync(keyHash).WaitAsync(cancel);

    private static async Task<IReadOnlyList<bool>> AreAliveAsync(UnitOfWork work, IReadOnlyList<byte[]> keyHashes, DateTime nowUtc)
    {
        await using var db = await work.ReadAsync(CancellationToken.None);
        await db.Database.OpenConnectionAsync();
        await using var held = new Statement(db, AliveAmong);
        var answers = new List<bool>(keyHashes.Count);
        foreach (var some in keyHashes.Chunk(KeysAtOnce))
        {
            var found = await held.ReadAsync<byte[]>([nowUtc, nowUtc.ToLondonDate(), .. some, .. Enumerable.Repeat(some[0], KeysAtOnce - some.Length)]);
            answers.AddRange(some.Select(key => found.Exists(f => f.AsSpan().SequenceEqual(key))));
        }
        return answers;
    }

    /// <summary>The sign-ins that hold, of people who are here.</summary>
    internal static IQueryable<SignIn> Alive(LearningDb db, DateTime nowUtc)
    {
        var today = nowUtc.ToLondonDate();
        return db.SignIns.Where(s => s.ExpiresAtUtc > nowUtc && db.People.Any(p => p.Id == s.PersonId && p.Active && (p.LastDay == null || p.LastDay >= today)));
    }

    private void Enqueue(LearningDb db, DateTime nowUtc, PendingSignIn asked, Person? person, string code) => outbox.Add(
        db, nowUtc,
        new Recipient(person?.Name ?? asked.Email, asked.Email, person?.Id),
        new CodeToSignIn(code, "ten minutes", site.Value.Absolute(Links.SignInCode)),
        $"sign-in-code/{asked.CodeId}",
        expiresAtUtc: nowUtc + SignInCode.Lifetime);

    private static Result<Person?> Nobody => (Person?)null;

    private async Task<Person?> ComeInAsync(LearningDb db, string email, DateTime nowUtc, CancellationToken cancel)
    {
        var person = await db.People.FirstOrDefaultAsync(p => p.Email == email, cancel);
        if (person is null && options.Value.Admits(email))
        {
            person = new Person(Ids.New(nowUtc), PersonDetails.FromAddress(email));
            db.Add(person);
            db.Record(nowUtc, person.Id, "person-added", person.Id);
            log.CameIn(person.Id);
        }
        if (person is null || !person.IsHere(nowUtc)) { return null; }
        if (options.Value.IsAdministrator(email) && !person.Roles.HasFlag(Roles.Administrator))
        {
            person.MakeAdministrator();
            db.Record(nowUtc, null, "person-changed", person.Id, nameof(Person.Roles));
        }
        return person;
    }
}
