using BetterTogether.Learning.Domain.Mail;

namespace BetterTogether.Learning.Domain.Tests.Mail;

public sealed class OutboxMailTests
{
    private static readonly DateTime Now = new(2026, 7, 1, 23, 30, 0, DateTimeKind.Utc);

    [Fact]
    public void A_new_mail_is_due_at_once_and_one_for_later_is_not()
    {
        Assert.True(Queued().IsDue(Now));
        Assert.False(Queued(notBeforeUtc: Now.AddSeconds(5)).IsDue(Now));
        Assert.True(Queued(notBeforeUtc: Now.AddSeconds(5)).IsDue(Now.AddSeconds(5)));
    }

    [Fact]
    public void A_claimed_mail_belongs_to_its_claimer_until_the_lease_ends()
    {
        var mail = Claimed();
        Assert.False(mail.IsDue(Now.AddMinutes(2).AddTicks(-1)));
        Assert.Throws<InvalidOperationException>(() => mail.Claim(Now, Now.AddMinutes(2)));
        Assert.True(mail.IsDue(Now.AddMinutes(2)));
    }

    [Fact]
    public void A_stale_claim_is_taken_again_with_the_same_message_id_and_counts_as_an_attempt()
    {
        var mail = Claimed();
        mail.Claim(Now.AddMinutes(2), Now.AddMinutes(4));
        Assert.Equal(("<1@demo.example>", 1, MailState.Sending), (mail.MessageId, mail.Attempts, mail.State));
    }

    [Fact]
    public void Sent_is_the_end()
    {
        var mail = Claimed();
        mail.MarkSent(Now.AddSeconds(1));
        Assert.Equal((MailState.Sent, Now.AddSeconds(1), null), (mail.State, mail.SentAtUtc, mail.LeaseUntilUtc));
        Assert.False(mail.IsDue(Now.AddYears(1)));
        Assert.Throws<InvalidOperationException>(() => mail.MarkSent(Now));
    }

    [Fact]
    public void A_temporary_refusal_climbs_the_ladder()
    {
        var mail = Claimed();
        mail.Retry(Now, 451, "try later");
        Assert.Equal((MailState.Queued, 1, Now.AddMinutes(1)), (mail.State, mail.Attempts, mail.NextAtUtc));
        Assert.Equal((451, "try later"), (mail.LastCode, mail.LastError));
        mail.Claim(Now.AddMinutes(1), Now.AddMinutes(3));
        mail.Retry(Now.AddMinutes(1), null, "timed out");
        Assert.Equal((MailState.Queued, 2, Now.AddMinutes(6)), (mail.State, mail.Attempts, mail.NextAtUtc));
    }

    [Fact]
    public void Patience_runs_from_when_the_mail_was_first_allowed_to_go()
    {
        var mail = Queued(notBeforeUtc: Now.AddDays(7));
        mail.Claim(Now.AddDays(7), Now.AddDays(8));
        mail.Retry(Now.AddDays(7), 451, "try later");
        Assert.Equal(MailState.Queued, mail.State);
        mail.Claim(Now.AddDays(9), Now.AddDays(10));
        mail.Retry(Now.AddDays(9), 451, "try later");
        Assert.Equal((MailState.Failed, null), (mail.State, mail.LeaseUntilUtc));
    }

    [Fact]
    public void The_servers_trouble_costs_no_attempt()
    {
        var mail = Claimed();
        mail.Wait(Now.AddMinutes(1), 421, "closing");
        Assert.Equal((MailState.Queued, 0, Now.AddMinutes(1)), (mail.State, mail.Attempts, mail.NextAtUtc));
    }

    [Fact]
    public void A_refused_address_fails_at_once_and_says_why()
    {
        var mail = Claimed();
        mail.Fail(550, new string('x', 900));
        Assert.Equal((MailState.Failed, 550, 500), (mail.State, mail.LastCode, mail.LastError!.Length));
    }

    [Fact]
    public void A_mail_expires_only_when_its_time_has_come()
    {
        var mail = Claimed(expiresAtUtc: Now.AddMinutes(10));
        Assert.Throws<InvalidOperationException>(() => mail.Expire(Now.AddMinutes(10).AddTicks(-1)));
        mail.Expire(Now.AddMinutes(10));
        Assert.Equal(MailState.Expired, mail.State);
        Assert.False(Queued().HasExpired(DateTime.MaxValue));
    }

    [Fact]
    public void Only_what_has_not_left_can_be_stopped()
    {
        var mail = Queued();
        mail.Stop();
        Assert.Equal(MailState.Stopped, mail.State);
        Assert.False(mail.IsDue(Now));
        Assert.Throws<InvalidOperationException>(Claimed().Stop);
    }

    public static TheoryData<string, Action<OutboxMail>> Ends => new()
    {
        { "sent", mail => mail.MarkSent(Now) },
        { "failed", mail => mail.Fail(550, "no such person") },
        { "expired", mail => mail.Expire(Now.AddDays(1)) },
        { "out of patience", mail => mail.Retry(Now.AddDays(3), 451, "try later") },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void A_secret_body_is_dropped_however_the_mail_ends(string end, Action<OutboxMail> ends)
    {
        var secret = Claimed(expiresAtUtc: Now.AddMinutes(10), dropBody: true);
        ends(secret);
        Assert.True((secret.Values, secret.Calendar) == ("{}", null), end);

        var open = Claimed(expiresAtUtc: Now.AddMinutes(10));
        ends(open);
        Assert.Equal("{\"Code\":\"123456\"}", open.Values);
    }

    [Fact]
    public void A_secret_body_waits_with_its_mail()
    {
        var mail = Claimed(dropBody: true);
        mail.Retry(Now, 451, "try later");
        Assert.Equal("{\"Code\":\"123456\"}", mail.Values);
    }

    private static OutboxMail Claimed(DateTime? expiresAtUtc = null, bool dropBody = false)
    {
        var mail = Queued(expiresAtUtc: expiresAtUtc, dropBody: dropBody);
        mail.Claim(Now, Now.AddMinutes(2));
        return mail;
    }

    private static OutboxMail Queued(DateTime? notBeforeUtc = null, DateTime? expiresAtUtc = null, bool dropBody = false) => new(
        Guid.NewGuid(),
        new OutboxMailDraft(
            "sign-in:1", new Mailbox("Ann", "ann@demo.example"), null, "sign-in/code", "{\"Code\":\"123456\"}", "{}",
            notBeforeUtc, expiresAtUtc, MailUrgency.SignInCode, dropBody),
        "<1@demo.example>",
        Now);
}
