using System.Collections.Concurrent;
using BetterTogether.Learning.Domain.Mail;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>
/// Sends a batch over a few connections, which stay open for the next batch. What has not begun within a second goes
/// back: so outcomes are written down soon, and a sign-in code never waits behind hundreds of reminders.
/// Threading: one batch at a time; within it each connection has one mail at a time.
/// </summary>
public sealed class MailSender(MailComposer composer, IMailTransport transport, IOptions<MailOptions> options, TimeProvider clock, ILogger<MailSender> log) : IAsyncDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(1);

    private readonly ConcurrentBag<IMailConnection> open = [];

    /// <param name="stopping">No further mail is begun; those on their way arrive.</param>
    /// <returns>One outcome for each mail.</returns>
    public async Task<IReadOnlyList<Outcome>> SendAsync(IReadOnlyList<OutboxMail> mails, CancellationToken stopping)
    {
        var outcomes = new Outcome[mails.Count];
        var (since, halted) = (clock.GetTimestamp(), false);
        await Parallel.ForAsync(0, mails.Count, new ParallelOptions { MaxDegreeOfParallelism = options.Value.Connections }, async (i, _) =>
        {
            var delivery = halted || stopping.IsCancellationRequested || (i > 0 && clock.GetElapsedTime(since) > Long) ? new NotBegun() : await SendAsync(mails[i]);
            // The server's trouble or ours: the others of this batch need not meet it too.
            halted |= delivery is ServerAway or SenderRefused;
            outcomes[i] = new Outcome(mails[i], delivery);
        });
        return outcomes;
    }

    /// <summary>Nothing to send for now: the connections are closed, as a server likes it.</summary>
    public async Task RestAsync()
    {
        while (open.TryTake(out var connection))
        {
            await connection.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync() => await RestAsync();

    private async Task<Delivery> SendAsync(OutboxMail mail)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        if (mail.HasExpired(nowUtc))
        {
            return new NotBegun(); // the next claim ends it
        }

        MimeMessage message;
        try
        {
            message = composer.Compose(mail, nowUtc);
        }
        catch (Exception e)
        {
            // One row that cannot be written must not hold up the others; the desk sees it as failed.
            log.MailNotWritten(e, mail.Id, mail.Template);
            return new MailRefused(null, "This mail could not be written: " + e.GetType().Name);
        }

        var connection = open.TryTake(out var known) ? known : transport.Connect();
        try
        {
            var delivery = await connection.SendAsync(message);
            open.Add(connection);
            return delivery;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.MailNotWritten(e, mail.Id, mail.Template);
            await connection.DisposeAsync();
            return new TryLater(null, "This mail could not be sent: " + e.GetType().Name);
        }
    }
}
