using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Web.Data;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>
/// Sends what is in the outbox: woken after a commit, and looking by itself for what is due later or was left by
/// somebody who died. At least once: a mail that went, but whose row could not be marked, goes again.
/// </summary>
public sealed class OutboxWorker(
    OutboxClaims claims,
    MailComposer composer,
    IMailTransport transport,
    OutboxPause pause,
    AfterCommit afterCommit,
    Readiness readiness,
    TimeProvider clock,
    ILogger<OutboxWorker> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ServerRest = TimeSpan.FromMinutes(1);

    private readonly Wakeup wakeup = afterCommit.On<OutboxMail>();

    /// <summary>Sends the one mail that is next.</summary>
    /// <returns>False when none is due, or the queue stands still.</returns>
    public async Task<bool> SendNextAsync(CancellationToken cancel)
    {
        if (pause.UntilUtc > NowUtc || await claims.ClaimNextAsync(cancel) is not { } mail)
        {
            return false;
        }

        var delivery = await DeliverAsync(mail, cancel);
        // The mail has gone: that is written down even while we stop, or it would go again.
        await claims.EndAsync(mail, (row, nowUtc) => Apply(delivery, row, nowUtc), CancellationToken.None);
        Rest(delivery);
        log.MailHandled(mail.Id, mail.Template, delivery.GetType().Name, delivery.Code);
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WhenReadyAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await SendNextAsync(stoppingToken))
                {
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.OutboxStumbled(e);
            }

            await wakeup.WaitAsync(Look, clock, stoppingToken);
        }
    }

    private async Task<Delivery> DeliverAsync(OutboxMail mail, CancellationToken cancel)
    {
        MimeMessage message;
        try
        {
            message = composer.Compose(mail, NowUtc);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One row that cannot be written must not hold up the others; the desk sees it as failed.
            log.MailNotWritten(e, mail.Id, mail.Template);
            return new AddressRefused(null, "This mail could not be written: " + e.GetType().Name);
        }

        return await transport.SendAsync(message, cancel);
    }

    private static void Apply(Delivery delivery, OutboxMail mail, DateTime nowUtc)
    {
        switch (delivery)
        {
            case Delivered:
                mail.MarkSent(nowUtc);
                break;
            case TryLater:
                mail.Retry(nowUtc, delivery.Code, delivery.Reason);
                break;
            case AddressRefused:
                mail.Fail(delivery.Code, delivery.Reason);
                break;
            default:
                mail.Wait(nowUtc + ServerRest, delivery.Code, delivery.Reason);
                break;
        }
    }

    private void Rest(Delivery delivery)
    {
        switch (delivery)
        {
            case ServerAway:
                pause.Set(NowUtc + ServerRest, "The mail server is away");
                break;
            case SenderRefused:
                pause.Set(DateTime.MaxValue, "The mail server does not take mail from us");
                log.OutboxPaused(delivery.Code);
                break;
            default:
                pause.Clear();
                break;
        }
    }

    private DateTime NowUtc => clock.GetUtcNow().UtcDateTime;
}
