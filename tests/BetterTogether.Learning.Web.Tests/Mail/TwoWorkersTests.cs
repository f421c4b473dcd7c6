using System.Collections.Concurrent;
using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Web.Features.Mail;
using BetterTogether.Learning.Web.Tests.Mail.Smtp;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace BetterTogether.Learning.Web.Tests.Mail;

/// <summary>Two workers that are killed at random, before a mail server that fails a third of the time.</summary>
public sealed class TwoWorkersTests(ITestOutputHelper output)
{
    private const int Seed = 20261124;
    private const int Mails = 60;
    private const int Reminders = 12;
    private const int MostTroubles = 4;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(30);

    public static TheoryData<string> Databases => MailHost.Databases;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Each_mail_arrives_a_second_copy_is_the_same_mail_and_no_reminder_comes_late(string database)
    {
        await using var host = await MailHost.StartAsync(database);
        await using var server = new ScriptedSmtp { NowUtc = () => host.Clock.NowUtc };
        var fate = new Fate(Seed);
        server.Script = fate.Answer;
        var expiries = new Dictionary<string, DateTime>();
        for (var i = 0; i < Mails; i++)
        {
            await host.QueueAsync($"mail:{i}", to: $"mail{i}@demo.example");
        }

        for (var i = 0; i < Reminders; i++)
        {
            var (address, endsUtc) = ($"reminder{i}@demo.example", host.Clock.NowUtc.AddMinutes(2 * i));
            await host.QueueAsync($"reminder:{i}", to: address, expiresAtUtc: expiries[address] = endsUtc);
        }

        var options = new MailOptions { Transport = MailTransportKind.Smtp, TimeoutSeconds = 20, Smtp = { Host = "127.0.0.1", Port = server.Port, Security = SmtpSecurity.None } };
        var deaths = 0;
        for (var round = 0; await IsPendingAsync(host); round++)
        {
            Assert.True(round * Round < RetryLadder.Patience, "It does not come to an end");
            var died = await Task.WhenAll(WorkAsync(host, options, round * 2), WorkAsync(host, options, round * 2 + 1));
            deaths += died.Count(d => d);
            // Only while nobody works: what came in is then dated truly.
            host.Clock.Advance(Round);
        }

        output.WriteLine($"{deaths} deaths, {fate.Failures} of {fate.Tries} tries failed, {server.Mails.Count} came in");
        Assert.InRange(deaths, 5, int.MaxValue);
        var arrived = server.Mails.ToLookup(mail => mail.To, mail => (Id: Eml.Read(mail.Mime).Headers["Message-ID"], mail.AtUtc));
        Assert.All(Enumerable.Range(0, Mails), i => Assert.True(arrived.Contains($"mail{i}@demo.example"), $"Mail {i} never arrived"));
        Assert.All(arrived, copies => Assert.Single(copies.Select(copy => copy.Id).Distinct()));
        Assert.All(expiries, expiry => Assert.All(arrived[expiry.Key], copy => Assert.True(copy.AtUtc < expiry.Value, $"{expiry.Key} came late")));
        await using var db = await host.DbAsync();
        Assert.All(await db.Outbox.ToListAsync(), row => Assert.True(
            row.State is MailState.Sent ? arrived.Contains(row.ToAddress) : row.State is MailState.Expired && expiries.ContainsKey(row.ToAddress), $"{row.ToAddress} is {row.State} {row.LastError}"));
    }

    /// <returns>Whether it was killed.</returns>
    private static Task<bool> WorkAsync(MailHost host, MailOptions options, int seed) => Task.Run(async () =>
    {
        host.Mortality.Begin(Seed + seed, oneIn: 25);
        var worker = host.Worker(host.Mortality.Of(new SmtpClientTransport(options)));
        try
        {
            while (await worker.SendDueAsync(CancellationToken.None))
            {
            }

            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    });

    private static async Task<bool> IsPendingAsync(MailHost host)
    {
        await using var db = await host.DbAsync();
        return await db.Outbox.AnyAsync(mail => mail.State == MailState.Queued || mail.State == MailState.Sending);
    }

    /// <summary>
    /// Fails one try in three, each time in another way, but no mail for ever: deaths have moved a mail up the ladder, and
    /// from there each trouble costs it hours of its patience. Threading: any connection may ask.
    /// </summary>
    private sealed class Fate(int seed)
    {
        private static readonly (string At, string Answer)[] Troubles =
        [
            ("MAIL", "421 4.3.2 Closing down"), ("RCPT", "451 4.3.0 Try later"), (ScriptedSmtp.EndOfData, "452 4.3.1 Disk full"),
            (ScriptedSmtp.EndOfData, ScriptedSmtp.Drop), (ScriptedSmtp.EndOfData, ScriptedSmtp.TakeAndDrop),
        ];

        private readonly Lock guard = new();
        private readonly Random random = new(seed);
        private readonly ConcurrentDictionary<int, (string At, string Answer)?> troubles = new();
        private readonly ConcurrentDictionary<string, int> troublesOf = new();

        public int Tries { get; private set; }

        public int Failures { get; private set; }

        // A conversation is one thread's at a time and asks in order: MAIL draws its lot, the rest follows.
        public string? Answer(string command)
        {
            var conversation = ScriptedSmtp.Asking;
            if (command.StartsWith("MAIL", StringComparison.Ordinal))
            {
                troubles[conversation] = Draw();
            }
            else if (command.StartsWith("RCPT", StringComparison.Ordinal) && troubles[conversation] is not null && troublesOf.AddOrUpdate(command, 1, (_, count) => count + 1) > MostTroubles)
            {
                troubles[conversation] = null;
            }

            return troubles.GetValueOrDefault(conversation) is { } trouble && command.StartsWith(trouble.At, StringComparison.Ordinal) ? trouble.Answer : null;
        }

        private (string At, string Answer)? Draw()
        {
            lock (guard)
            {
                Tries++;
                if (random.Next(3) > 0)
                {
                    return null;
                }

                Failures++;
                return Troubles[random.Next(Troubles.Length)];
            }
        }
    }
}
