using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Web.Data;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>
/// Sends what is in the outbox: woken after a commit, and looking by itself for what is due later or was left by
/// somebody who died. At least once: a mail that went, but whose row could not be marked, goes again.
/// </summary>
public sealed class OutboxWorker(
    OutboxClaims claims,
    MailSender sender,
    Outbox outbox,
    WriterGate gate,
    Readiness readiness,
    IOptions<MailOptions> options,
    TimeProvider clock,
    ILogger<OutboxWorker> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    // In a rush of bookings each would otherwise cost two commits more: what comes within this moment shares them.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(50);

    private readonly MailPace pace = new(options.Value.PerMinute);
    private readonly RushHour rush = new(() => gate.Came, LetPassAsync);

    /// <summary>Sends one batch of those that are next.</summary>
    /// <returns>False when none may go now.</returns>
    public async Task<bool> SendDueAsync(CancellationToken cancel)
    {
        var least = pace.WaitAt(NowUtc) > TimeSpan.Zero ? MailUrgency.SignInCode : MailUrgency.Usual;
        var mails = await claims.ClaimAsync(pace.Most, least, cancel);
        if (mails.Count is 0)
        {
            return false;
        }

        var outcomes = await sender.SendAsync(mails, cancel);
        // They have gone: that is written down even while we stop, or they would go again.
        await claims.EndAsync(outcomes, CancellationToken.None);
        pace.Went(outcomes.Count(o => o.Delivery is not NotBegun), outcomes.Count, NowUtc);
        Tell(outcomes);
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WhenReadyAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = Look;
            try
            {
                do
                {
                    await rush.LetPassAsync(stoppingToken);
                }
                while (await SendDueAsync(stoppingToken));

                await sender.RestAsync();
                wait = await WaitAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.OutboxStumbled(e);
            }

            await outbox.Worker.WaitAsync(wait, clock, stoppingToken);
            await LetPassAsync(stoppingToken);
        }
    }

    // The machine's time, whatever the clock of the product says.
    private static Task LetPassAsync(CancellationToken cancel) => Task.Delay(Gather, TimeProvider.System, cancel);

    // What is due within the next look goes on time; what is due already is held back by a pause or the pace.
    private async Task<TimeSpan> WaitAsync(CancellationToken cancel)
    {
        var nowUtc = NowUtc;
        var turn = pace.WaitAt(nowUtc);
        var next = await claims.NextAtUtcAsync(cancel) - nowUtc;
        return turn > TimeSpan.Zero && turn < Look ? turn : next > TimeSpan.Zero && next < Look ? next.Value : Look;
    }

    private void Tell(IReadOnlyList<Outcome> outcomes)
    {
        foreach (var (mail, delivery) in outcomes.Where(o => o.Delivery is not NotBegun))
        {
            log.MailHandled(mail.Id, mail.Template, delivery.Code is { } code ? $"{delivery.GetType().Name} {code}" : delivery.GetType().Name);
        }

        if (outcomes.Select(o => o.Delivery).OfType<SenderRefused>().FirstOrDefault() is { } refused)
        {
            log.OutboxPaused(refused.Code);
        }
        else if (outcomes.Select(o => o.Delivery).OfType<ServerAway>().FirstOrDefault() is { } away)
        {
            log.OutboxRests(away.Reason);
        }
    }

    private DateTime NowUtc => clock.GetUtcNow().UtcDateTime;
}
