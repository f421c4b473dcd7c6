using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Features.SignIns;
using BetterTogether.Learning.Web.Hosting;
using BetterTogether.Learning.Web.Tests.Faults;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.SignIns;

internal sealed class SignInUseCases : IUseCases
{
    private const string Code = "123456";

    public IEnumerable<UseCase> Rows =>
    [
        new("SignInService.SendCodeAsync", async w =>
        {
            var person = await w.PersonAsync();
            return Attempt.Of(() => w.The<SignInService>().SendCodeAsync(person.Email, CancellationToken.None), async db => await db.SignInCodes.AnyAsync(c => c.Email == person.Email) && await db.Outbox.AnyAsync(m => m.ToAddress == person.Email), mails: 1) with { SendsAgain = true };
        }),
        new("SignInService.ProveAsync", async w =>
        {
            // Of an allowed domain, and not in the directory yet.
            var pending = PendingSignIn.For($"{w.Name("new")}@demo.example", Guid.NewGuid());
            await w.App.Has(new SignInCode(pending.CodeId, pending.Email, pending.Hash(Code), w.NowUtc));
            return Attempt.Of(() => w.The<SignInService>().ProveAsync(pending, Code, CancellationToken.None), async db => await db.SignInCodes.AnyAsync(c => c.Id == pending.CodeId && c.UsedAtUtc != null) && await db.People.CountAsync(p => p.Email == pending.Email) == 1);
        }),
        new("SignInService.EndAllAsync", async w =>
        {
            var person = await w.PersonAsync();
            await w.App.SignedInAs(person);
            return Attempt.Of(() => w.The<SignInService>().EndAllAsync(person.Id, CancellationToken.None), async db => !await db.SignIns.AnyAsync(s => s.PersonId == person.Id));
        }),
        new("TicketStore.StoreAsync", async w =>
        {
            var person = await w.PersonAsync();
            return Attempt.Of(() => w.The<TicketStore>().StoreAsync(Ticket(person)), db => db.SignIns.AnyAsync(s => s.PersonId == person.Id));
        }),
        new("TicketStore.RenewAsync", async w =>
        {
            var person = await w.PersonAsync();
            var key = await w.The<TicketStore>().StoreAsync(Ticket(person));
            w.App.Clock.Jump(TimeSpan.FromMinutes(10));
            var untilUtc = w.NowUtc + SignIn.Idle;
            return Attempt.Of(() => w.The<TicketStore>().RenewAsync(key, Ticket(person)), db => db.SignIns.AnyAsync(s => s.PersonId == person.Id && s.ExpiresAtUtc == untilUtc));
        }),
        new("TicketStore.RemoveAsync", async w =>
        {
            var person = await w.PersonAsync();
            var key = await w.The<TicketStore>().StoreAsync(Ticket(person));
            return Attempt.Of(() => w.The<TicketStore>().RemoveAsync(key), async db => !await db.SignIns.AnyAsync(s => s.PersonId == person.Id));
        }),
    ];

    public IReadOnlyDictionary<string, string> Spared => new Dictionary<string, string> { ["TicketStore.RetrieveAsync"] = "reads", ["SignInService.IsAliveAsync"] = "reads", ["SignInsSweep.RunAsync"] = "deletes what has run out; what it did not come to, the next hour deletes" };

    private static AuthenticationTicket Ticket(Person person) => new(person.ToPrincipal(SignInsSetup.Scheme), SignInsSetup.Scheme);
}
