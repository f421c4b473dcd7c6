using BetterTogether.Learning.Domain.Calendars;

namespace BetterTogether.Learning.Domain.Tests.Calendars;

public sealed class SentInviteTests
{
    private static readonly DateTime Now = new(2026, 7, 1, 23, 30, 0, DateTimeKind.Utc);

    [Fact]
    public void The_first_invite_is_a_request_with_sequence_0()
    {
        var sent = Invited();
        Assert.Equal((0, InviteMethod.Request, Now), (sent.Sequence, sent.LastMethod, sent.LastStampUtc));
        Assert.True(sent.IsLive);
    }

    [Fact]
    public void Every_update_and_the_cancel_raise_the_sequence_and_keep_the_uid()
    {
        var sent = Invited();
        sent.Updated(moved: false, Now.AddMinutes(1));
        Assert.Equal((1, InviteMethod.Request, Now.AddMinutes(1)), (sent.Sequence, sent.LastMethod, sent.LastStampUtc));
        sent.Cancelled(Now.AddMinutes(2));
        Assert.Equal((2, InviteMethod.Cancel, Now.AddMinutes(2)), (sent.Sequence, sent.LastMethod, sent.LastStampUtc));
        Assert.Equal("uid-1", sent.Uid);
    }

    [Fact]
    public void A_clock_that_went_back_does_not_make_an_update_look_older()
    {
        var sent = Invited();
        sent.Updated(moved: false, Now.AddHours(-1));
        Assert.Equal((1, Now), (sent.Sequence, sent.LastStampUtc));
    }

    [Fact]
    public void A_cancelled_uid_is_never_used_again()
    {
        var sent = Invited();
        sent.Cancelled(Now);
        Assert.False(sent.IsLive);
        Assert.Throws<InvalidOperationException>(() => sent.Updated(moved: false, Now));
        Assert.Throws<InvalidOperationException>(() => sent.Cancelled(Now));
    }

    [Theory, InlineData(false), InlineData(true)]
    public void An_answer_holds_for_the_time_it_was_given_for(bool moved)
    {
        var sent = Invited();
        sent.Answer(InviteReply.Declined, 0, Now);

        sent.Updated(moved, Now.AddMinutes(1));

        Assert.Equal(moved ? null : InviteReply.Declined, sent.Reply);
        Assert.Null(sent.Answer(InviteReply.Accepted, 1, Now).Refusal);
    }

    private static SentInvite Invited() => new(Guid.NewGuid(), "uid-1", InviteSubject.Booking, Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Now);
}
