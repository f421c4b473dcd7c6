using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.SignIns;

/// <summary>
/// Keeps sign-ins in the database: the cookie holds a key, the row its hash, and who somebody is and may do is read anew at each request.
/// Threading: no state of its own but a compiled query, which any number may run at once.
/// </summary>
public sealed class TicketStore(UnitOfWork work, IDbContextFactory<LearningDb> contexts, TimeProvider clock, ILogger<TicketStore> log) : ITicketStore
{
    private const int KeyBytes = 32;

    // Asked at every request, so translated once.
    private readonly Func<LearningDb, byte[], DateOnly, CancellationToken, Task<Found?>> find = EF.CompileAsyncQuery((LearningDb db, byte[] hash, DateOnly today, CancellationToken _) =>
        db.SignIns.AsNoTracking().Where(s => s.KeyHash == hash)
            .Join(db.People.AsNoTracking(), s => s.PersonId, p => p.Id, (s, p) => new Found(
                s,
                p,
                db.People.Any(x => x.ManagerId == p.Id && x.Active)
                    || db.Posts.Any(x => x.ManagerId == p.Id && x.From <= today && (x.Until == null || today <= x.Until))
                    || db.Delegations.Any(d => d.DelegateId == p.Id && d.EndedAtUtc == null && d.From <= today && today <= d.Until),
                db.Set<SessionTrainer>().Any(t => t.PersonId == p.Id)))
            .FirstOrDefault());

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken)
    {
        if (httpContext.GetEndpoint()?.Metadata.GetMetadata<StartsAfreshAttribute>() is not null)
        {
            httpContext.Features.Set(new LeftBehind(key));
            return null;
        }
        try
        {
            return await FindAsync(key, cancellationToken);
        }
        catch (Exception e) when (e is DbException || e.InnerException is DbException)
        {
            // To fail here would fail the error page too. Whoever needs a sign-in hears 503 instead.
            log.CannotRead(e.GetBaseException().Message);
            httpContext.Features.Set(new DirectoryAway());
            return null;
        }
    }

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => FindAsync(key, CancellationToken.None);

    public Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken) =>
        StartAsync(ticket, httpContext.Features.Get<LeftBehind>()?.Key, cancellationToken);

    public Task<string> StoreAsync(AuthenticationTicket ticket) => StartAsync(ticket, null, CancellationToken.None);

    public Task RenewAsync(string key, AuthenticationTicket ticket) => work.DecideAsync<bool>(async (db, nowUtc) =>
    {
        // Ended meanwhile, on another device: it must not come back.
        if (await db.SignIns.FindAsync(Hash(key)) is not { } signIn) { return false; }
        signIn.Renew(nowUtc);
        return true;
    }, CancellationToken.None);

    public Task RemoveAsync(string key) => work.DecideAsync<bool>((db, nowUtc) => EndAsync(db, key, nowUtc), CancellationToken.None);

    private async Task<string> StartAsync(AuthenticationTicket ticket, string? leftBehind, CancellationToken cancel)
    {
        var key = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(KeyBytes));
        var personId = ticket.Principal.Id();
        await work.DecideAsync<bool>(async (db, nowUtc) =>
        {
            if (leftBehind is not null) { await EndAsync(db, leftBehind, nowUtc); }
            db.Add(new SignIn(Hash(key), personId, nowUtc));
            db.Record(nowUtc, personId, "signed-in", personId);
            return true;
        }, cancel);
        log.SignedIn(personId);
        return key;
    }

    private async Task<AuthenticationTicket?> FindAsync(string key, CancellationToken cancel)
    {
        var hash = Hash(key);
        var today = clock.GetUtcNow().UtcDateTime.ToLondonDate();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var found = await find(db, hash, today, cancel);
        return found is null || !found.Person.IsHere(clock.GetUtcNow().UtcDateTime) ? null : Ticket(found.SignIn, found.Person, found.Manages, found.Trains);
    }

    private static AuthenticationTicket Ticket(SignIn signIn, Person person, bool manages, bool trains) => new(person.ToPrincipal(SignInsSetup.Scheme, manages, trains, signIn.KeyHash), new AuthenticationProperties
    {
        IssuedUtc = new DateTimeOffset(signIn.ExpiresAtUtc - SignIn.Idle),
        ExpiresUtc = new DateTimeOffset(signIn.ExpiresAtUtc),
        AllowRefresh = signIn.CanRenew,
    }, SignInsSetup.Scheme);

    private static async Task<Result<bool>> EndAsync(LearningDb db, string key, DateTime nowUtc)
    {
        if (await db.SignIns.FindAsync(Hash(key)) is not { } signIn) { return false; }
        db.Remove(signIn);
        db.Record(nowUtc, signIn.PersonId, "sign-in-ended", signIn.PersonId);
        return true;
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.ASCII.GetBytes(key));

    private sealed record LeftBehind(string Key);

    private sealed record Found(SignIn SignIn, Person Person, bool Manages, bool Trains);
}

/// <summary>Set on a request whose sign-in could not be looked up because the database is away.</summary>
public sealed record DirectoryAway;
