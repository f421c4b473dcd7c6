using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Replies;
using BetterTogether.Learning.Web.Hosting;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>
/// Looks into the learning mailbox for answers to invites. Only what was acted on is marked as read; people's own mails stay as
/// they are, and nothing is moved or deleted. After a restart unread mail is looked at again, which changes nothing.
/// </summary>
public sealed partial class ImapReplies(ReplyService replies, IOptions<ReplyOptions> options, Readiness readiness, TimeProvider clock, ILogger<ImapReplies> log)
    : PeriodicService(TimeSpan.FromSeconds(Math.Max(5, options.Value.Imap.EverySeconds)), readiness, clock)
{
    private readonly ImapOptions settings = options.Value.Imap;
    private uint validity;
    private uint last;

    // Without a host there is no mailbox to look into.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => settings.Host.Length == 0 ? Task.CompletedTask : base.ExecuteAsync(stoppingToken);

    protected override void Failed(Exception e) => CannotLook(log, e);

    protected override async Task RunAsync(CancellationToken cancel)
    {
        using var client = new ImapClient();
        await client.ConnectAsync(settings.Host, settings.Port, settings.Port == 993 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls, cancel);
        await client.AuthenticateAsync(settings.User, settings.Password, cancel);
        var mailbox = await client.GetFolderAsync(settings.Mailbox, cancel);
        await mailbox.OpenAsync(FolderAccess.ReadWrite, cancel);
        // The numbers of mails begin anew where the mailbox was made anew (RFC 9051, section 2.3.1.1).
        if (mailbox.UidValidity != validity) { (validity, last) = (mailbox.UidValidity, 0); }

        foreach (var uid in await mailbox.SearchAsync(SearchQuery.NotSeen, cancel))
        {
            if (uid.Id <= last) { continue; }
            await TakeAsync(mailbox, uid, cancel);
            last = uid.Id;
        }
        await client.DisconnectAsync(quit: true, cancel);
    }

    private async Task TakeAsync(IMailFolder mailbox, UniqueId uid, CancellationToken cancel)
    {
        var about = await mailbox.FetchAsync([uid], MessageSummaryItems.UniqueId | MessageSummaryItems.Size, cancel);
        if (about is not [{ Size: { } size }] || size > options.Value.MaxBytes) { return; }
        using var message = new MemoryStream();
        await using (var raw = await mailbox.GetStreamAsync(uid, cancel)) { await raw.CopyToAsync(message, cancel); }
        var taken = await replies.TakeAsync(message.ToArray(), cancel);
        if (!taken.Refusal.IsForPeople()) { await mailbox.AddFlagsAsync(uid, MessageFlags.Seen, silent: true, cancel); }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The learning mailbox could not be read; trying again")]
    private static partial void CannotLook(ILogger log, Exception e);
}
