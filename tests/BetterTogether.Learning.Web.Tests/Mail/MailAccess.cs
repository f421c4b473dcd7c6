using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Web.Tests.Access;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Mail;

internal sealed class MailAccess : IAccess
{
    private const string Desk = "s f f f f f f f y y";

    public IEnumerable<AccessRow> Rows =>
    [
        new("GET  /desk/mail", Desk),
        new("POST /desk/mail?handler=TryNow", Desk, "because={pause}"),
        new("POST /desk/mail?handler=Trust", Desk, "address={suspect}"),
        new("GET  /desk/mail/{queued-mail}", Desk),
        new("GET  /desk/mail/{queued-mail}/html", Desk),
        new("POST /desk/mail/{queued-mail}?handler=Again", Desk),
        new("POST /desk/mail/{queued-mail}?handler=Stop", Desk),
        new("GET  /desk/mail/templates", Desk),
        new("GET  /desk/mail/templates/{mail-folder}/{mail-name}", Desk),
        new("GET  /desk/mail/templates/{mail-folder}/{mail-name}/html", Desk),
        new("POST /desk/mail/templates/{mail-folder}/{mail-name}?handler=Test", Desk),
    ];

    public IReadOnlyDictionary<string, Func<World, Task<string>>> Things => new Dictionary<string, Func<World, Task<string>>>
    {
        ["queued-mail"] = async world =>
        {
            var mail = QueuedMail.To(world[Who.Owner]);
            await world.HasAsync(mail);
            return mail.Id.ToString();
        },
        ["pause"] = async world =>
        {
            await world.App.Ask(db => db.OutboxPauses.ExecuteDeleteAsync());
            await world.HasAsync(new OutboxPause(new SenderRefused(535, "wrong password"), A.Now));
            return "yes";
        },
        ["suspect"] = async world =>
        {
            var address = $"{Guid.NewGuid():n}@demo.example";
            await world.HasAsync(new SuspectAddress(address, null, new AddressRefused(550, "no such person"), A.Now));
            return address;
        },
        ["mail-folder"] = _ => Task.FromResult("sign-in"),
        ["mail-name"] = _ => Task.FromResult("code"),
    };
}
