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
        mail.End(new Delivered(), Now.AddSeconds(1));
        Assert.Equal((MailState.Sent, Now.AddSeconds(1), null), (mail.State, mail.SentAtUtc, mail.LeaseUntilUtc));
        Assert.False(mail.IsDue(Now.AddYears(1)));
        Assert.Throws<InvalidOperationException>(() => mail.End(new Delivered(), Now));
    }

    [Fact]
    public void A_temporary_refusal_climbs_the_ladder()
    {
        var mail = Claimed();
        mail.End(new TryLater(451, "try later"), Now);
        Assert.Equal((MailState.Queued, 1, Now.AddMinutes(1)), (mail.State, mail.Attempts, mail.NextAtUtc));
        Assert.Equal((451, "try later"), (mail.LastCode, mail.LastError));
        mail.Claim(Now.AddMinutes(1), Now.AddMinutes(3));
        mail.End(new TryLater(null, "timed out"), Now.AddMinutes(1));
        Assert.Equal((MailState.Queued, 2, Now.AddMinutes(6)), (mail.State, mail.Attempts, mail.NextAtUtc));
    }

    [Fact]
    public void Patience_runs_from_when_the_mail_was_first_allowed_to_go()
    {
        var mail = Queued(notBeforeUtc: Now.AddDays(7));
        mail.Claim(Now.AddDays(7), Now.AddDays(8));
        mail.End(new TryLater(451, "try later"), Now.AddDays(7));
        Assert.Equal(MailState.Queued, mail.State);
        mail.Claim(Now.AddDays(9), Now.AddDays(10));
        mail.End(new TryLater(451, "try later"), Now.AddDays(9));
        Assert.Equal((MailState.Failed, null), (mail.State, mail.LeaseUntilUtc));
    }

    public static TheoryData<Delivery, MailState, int, int?> Becomes => new()
    {
        { new Delivered(), MailState.Sent, 0, null },
        { new NotBegun(), MailState.Queued, 0, 0 },
        { new ServerAway(421, "closing"), MailState.Queued, 0, 1 },
        { new SenderRefused(535, "wrong password"), MailState.Queued, 0, 1 },
        { new TryLater(451, "try later"), MailState.Queued, 1, 1 },
        { new AddressRefused(550, "no such person"), MailState.Failed, 0, null },
        { new MailRefused(552, "too big"), MailState.Failed, 0, null },
    };

    [Theory]
    [MemberData(nameof(Becomes))]
    public void What_becomes_of_an_attempt(Delivery delivery, MailState state, int attempts, int? minutes)
    {
        var mail = Claimed();
        mail.End(delivery, Now);
        Assert.Equal((state, attempts, null), (mail.State, mail.Attempts, mail.LeaseUntilUtc));
        Assert.Equal(delivery.Code, mail.LastCode);
        Assert.True(minutes is null || mail.NextAtUtc == Now.AddMinutes(minutes.Value));
    }

    [Fact]
    public void The_answer_of_a_talkative_server_is_cut_short()
    {
        var mail = Claimed();
        mail.End(new AddressRefused(550, new string('x', 900)), Now);
        Assert.Equal(500, mail.LastError!.Length);
    }

    [Fact]
    public void A_mail_expires_when_its_time_has_come_and_not_before()
    {
        var mail = Queued(expiresAtUtc: Now.AddMinutes(10));
        Assert.False(mail.HasExpired(Now.AddMinutes(10).AddTicks(-1)));
        Assert.False(mail.Claim(Now.AddMinutes(10), Now.AddMinutes(12)));
        Assert.Equal((MailState.Expired, null), (mail.State, mail.LeaseUntilUtc));
        Assert.False(Queued().HasExpired(DateTime.MaxValue));
    }

    [Fact]
    public void A_mail_never_waits_past_its_time()
    {
        var mail = Claimed(expiresAtUtc: Now.AddSeconds(30));
        mail.End(new TryLater(451, "try later"), Now);
        Assert.Equal(Now.AddSeconds(30), mail.NextAtUtc);
    }

    [Fact]
    public void A_mail_that_ends_its_sender_each_time_fails_in_the_end()
    {
        var (mail, nowUtc, claims) = (Claimed(), Now, 1);
        while (mail.Claim(nowUtc += TimeSpan.FromMinutes(2), nowUtc.AddMinutes(2)))
        {
            claims++;
        }

        Assert.Equal((OutboxMail.MostStaleClaims, MailState.Failed), (claims, mail.State));
    }

    [Fact]
    public void What_waits_can_be_stopped_and_nothing_else()
    {
        var mail = Queued();
        Assert.Null(mail.Stop().Refusal);
        Assert.Equal(MailState.Stopped, mail.State);
        Assert.False(mail.IsDue(Now));
        Assert.IsType<MailIsOver>(mail.Stop().Refusal);
        Assert.IsType<MailHasGone>(Claimed().Stop().Refusal);
        Assert.IsType<MailHasGone>(Ended(new Delivered()).Stop().Refusal);
    }

    [Fact]
    public void What_failed_goes_again_to_the_address_of_today_with_patience_as_new()
    {
        var mail = Ended(new AddressRefused(550, "no such person"), dropBody: true);
        Assert.Null(mail.SendAgain(new Mailbox("Ann", "ann.new@demo.example"), "{\"new\":1}", Now.AddDays(3)).Refusal);
        Assert.Equal((MailState.Queued, 0, Now.AddDays(3), "ann.new@demo.example"), (mail.State, mail.Attempts, mail.NextAtUtc, mail.ToAddress));
        Assert.Equal(("{\"Code\":\"123456\"}", "{\"new\":1}"), (mail.Values, mail.Calendar));
        Assert.True(mail.Claim(Now.AddDays(3), Now.AddDays(3).AddMinutes(2)));
        mail.End(new TryLater(451, "try later"), Now.AddDays(3));
        Assert.Equal(MailState.Queued, mail.State);
    }

    [Fact]
    public void What_has_gone_or_means_nothing_any_more_does_not_go_again()
    {
        Assert.IsType<MailHasGone>(Again(Ended(new Delivered()), Now));
        Assert.IsType<MailHasGone>(Again(Claimed(), Now));
        Assert.IsType<MailIsOutOfDate>(Again(Ended(new AddressRefused(550, "no"), expiresAtUtc: Now.AddMinutes(10)), Now.AddMinutes(10)));
        var stopped = Queued(dropBody: true);
        stopped.Stop();
        Assert.IsType<MailIsEmptied>(Again(stopped, Now));

        static Domain.Shared.Refusal? Again(OutboxMail mail, DateTime nowUtc) => mail.SendAgain(new Mailbox("Ann", "ann@demo.example"), null, nowUtc).Refusal;
    }

    [Fact]
    public void A_secret_body_is_dropped_once_sent_expired_or_stopped_and_kept_while_it_may_go_again()
    {
        Assert.Equal((OutboxMail.NoValues, null), Body(Ended(new Delivered(), dropBody: true)));
        var (expired, stopped) = (Queued(expiresAtUtc: Now, dropBody: true), Queued(dropBody: true));
        expired.Claim(Now, Now.AddMinutes(2));
        stopped.Stop();
        Assert.Equal((OutboxMail.NoValues, null), Body(expired));
        Assert.Equal((OutboxMail.NoValues, null), Body(stopped));
        Assert.Equal("{\"Code\":\"123456\"}", Body(Ended(new AddressRefused(550, "no such person"), dropBody: true)).Values);
        Assert.Equal("{\"Code\":\"123456\"}", Body(Ended(new Delivered())).Values);

        static (string Values, string? Calendar) Body(OutboxMail mail) => (mail.Values, mail.Calendar);
    }

    [Fact]
    public void A_secret_body_waits_with_its_mail()
    {
        var mail = Claimed(dropBody: true);
        mail.End(new TryLater(451, "try later"), Now);
        Assert.Equal("{\"Code\":\"123456\"}", mail.Values);
    }

    [Fact]
    public void What_nobody_can_have_received_is_rewritten_under_the_same_message_id()
    {
        var mail = Queued(notBeforeUtc: Now.AddSeconds(5), thread: new("uid", 2));
        mail.Rewrite(new("other-key", new Mailbox("Ann", "ann@demo.example"), null, "sign-in/code", "{}", NotBeforeUtc: Now.AddSeconds(8), Thread: new("uid", 3)));
        Assert.Equal(("{}", "<1@demo.example>", "sign-in:1", Now.AddSeconds(8), "uid", 2), (mail.Values, mail.MessageId, mail.DedupeKey, mail.NextAtUtc, mail.Thread, mail.ThreadSequence));
    }

    [Fact]
    public void What_may_have_arrived_is_neither_rewritten_nor_withdrawn()
    {
        var claimed = Claimed();
        var tried = Claimed();
        tried.End(new TryLater(null, "dropped after the data"), Now);
        foreach (var mail in new[] { claimed, tried })
        {
            Assert.False(mail.IsUntouched);
            Assert.Throws<InvalidOperationException>(() => mail.Withdraw("no longer so"));
        }
    }

    [Fact]
    public void What_is_withdrawn_is_stopped_and_says_why()
    {
        var mail = Queued(dropBody: true);
        mail.Withdraw("no longer so");
        Assert.Equal((MailState.Stopped, "no longer so", "{}"), (mail.State, mail.LastError, mail.Values));
    }

    private static OutboxMail Ended(Delivery delivery, DateTime? expiresAtUtc = null, bool dropBody = false)
    {
        var mail = Claimed(expiresAtUtc, dropBody);
        mail.End(delivery, Now);
        return mail;
    }

    private static OutboxMail Claimed(DateTime? expiresAtUtc = null, bool dropBody = false)
    {
        var mail = Queued(expiresAtUtc: expiresAtUtc, dropBody: dropBody);
        mail.Claim(Now, Now.AddMinutes(2));
        return mail;
    }

    private static OutboxMail Queued(DateTime? notBeforeUtc = null, DateTime? expiresAtUtc = null, bool dropBody = false, MailThread? thread = null) => new(
        Guid.NewGuid(),
        new OutboxMailDraft(
            "sign-in:1", new Mailbox("Ann", "ann@demo.example"), null, "sign-in/code", "{\"Code\":\"123456\"}", "{}",
            notBeforeUtc, expiresAtUtc, MailUrgency.SignInCode, dropBody, Thread: thread),
        "<1@demo.example>",
        Now);
}
