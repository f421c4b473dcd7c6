using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Tests.Reviews;

public sealed class ReviewTests
{
    private static readonly Guid Employee = A.PersonId();
    private static readonly Guid Manager = A.PersonId();
    private static readonly DateOnly Today = A.Now.ToLondonDate();

    [Theory, InlineData(ReviewSide.Employee, ReviewSide.Manager), InlineData(ReviewSide.Manager, ReviewSide.Employee)]
    public void Both_confirm_in_either_order_and_it_locks(ReviewSide first, ReviewSide second)
    {
        var review = Written("We agreed");

        Assert.Equal(ReviewStatus.OneConfirmed, Confirm(review, first).Status);
        Assert.False(review.IsComplete);
        Assert.Equal(ReviewStatus.Complete, Confirm(review, second).Status);
        Assert.Equal(ContentHash.Of(review.Id, 1, Today, "We agreed"), review.ContentHash);
        Assert.Equal("review-complete", review.Write("Another", 1, null, Employee, A.Now).Refusal?.Code);
    }

    [Fact]
    public void Somebody_above_reads_what_is_complete_and_reopening_forgets_that()
    {
        var review = Written();
        Confirm(review, ReviewSide.Employee);
        Assert.Equal("not-complete", review.CounterSign(Manager, A.Now).Refusal?.Code);
        Confirm(review, ReviewSide.Manager);
        var above = A.PersonId();

        review.CounterSign(above, A.Now);
        review.CounterSign(Manager, A.Now.AddDays(1));

        Assert.Equal((above, A.Now, ReviewStatus.Complete), (review.CounterSignedById, review.CounterSignedAtUtc, review.Status));
        review.Reopen("A date was wrong");
        Assert.Equal((null, null), (review.CounterSignedById, review.CounterSignedAtUtc));
    }

    [Fact]
    public void One_side_alone_never_completes_however_often_it_confirms()
    {
        var review = Written();
        for (var i = 0; i < 3; i++) { Confirm(review, ReviewSide.Employee); }

        Assert.Equal(ReviewStatus.OneConfirmed, review.Status);
    }

    [Fact]
    public void A_change_after_one_confirmation_asks_both_again()
    {
        var review = Written();
        Confirm(review, ReviewSide.Employee);

        review.Write("Something else", 1, null, Manager, A.Now);

        Assert.Equal((ReviewStatus.Shared, 2), (review.Status, review.Version));
        Assert.Equal("outcome-changed", review.Confirm(ReviewSide.Manager, 1, Manager, A.Now).Refusal?.Code);
        Confirm(review, ReviewSide.Manager);
        Assert.Equal(ReviewStatus.OneConfirmed, review.Status);
    }

    [Fact]
    public void What_is_only_typed_takes_back_no_confirmation()
    {
        var review = Written("We agreed");
        Confirm(review, ReviewSide.Employee);

        Assert.Equal("outcome-confirmed", review.Write("We agreed.", 1, null, Manager, A.Now, typing: true).Refusal?.Code);
        Assert.Equal(("We agreed", 1, ReviewStatus.OneConfirmed), (review.Outcome, review.Version, review.Status));
        Assert.Null(review.Write("We agreed", 1, null, Manager, A.Now, typing: true).Refusal);
    }

    [Fact]
    public void What_is_only_typed_names_no_day_and_the_save_after_it_does()
    {
        var review = Shared().Write("We agreed", 0, Today, Manager, A.Now, typing: true).Value;
        Assert.Equal((1, null), (review.Version, review.HeldOn));
        Assert.Equal("held-missing", review.Confirm(ReviewSide.Manager, 1, Manager, A.Now).Refusal?.Code);

        Assert.Null(review.Write("We agreed", 0, Today, Manager, A.Now).Refusal);
        Assert.Equal((2, Today), (review.Version, review.HeldOn));
        Assert.Equal("outcome-changed", review.Write("We agreed", 1, Today.AddDays(-1), Employee, A.Now).Refusal?.Code);
    }

    [Fact]
    public void Sharing_confirming_and_reopening_leave_the_version()
    {
        var review = New();
        Assert.Equal(0, review.Version);
        Share(review, ReviewSide.Employee);
        Assert.Equal(0, review.Version);
        review.Write("We agreed", 0, null, Manager, A.Now);
        Share(review, ReviewSide.Manager);
        Confirm(review, ReviewSide.Employee);
        Confirm(review, ReviewSide.Manager);
        review.Reopen("A date was wrong");

        Assert.Equal((1, ReviewStatus.Shared), (review.Version, review.Status));
    }

    [Fact]
    public void Of_two_who_write_at_once_the_second_has_both_texts()
    {
        var review = Shared();
        review.Write("The manager's words", 0, null, Manager, A.Now);

        var clash = Assert.IsType<OutcomeChanged>(review.Write("The employee's words", 0, null, Employee, A.Now).Refusal);

        Assert.Equal(("The employee's words", "The manager's words", 1), (clash.Mine, clash.Theirs, clash.Version));
        Assert.Equal("The manager's words", review.Outcome);
    }

    [Fact]
    public void The_same_words_again_are_one_version()
    {
        var review = Written("We agreed");

        Assert.Null(review.Write("We agreed", 0, null, Employee, A.Now).Refusal);
        Assert.Equal(1, review.Version);
    }

    [Fact]
    public void Nothing_is_written_before_somebody_has_shared()
    {
        Assert.Equal("not-shared", New().Write("Too early", 0, null, Employee, A.Now).Refusal?.Code);
        Assert.Null(Shared().Write("Now", 0, null, Employee, A.Now).Refusal);
    }

    [Theory, InlineData(""), InlineData(" \n")]
    public void Nothing_that_came_of_it_is_no_conversation_that_took_place(string text)
    {
        var review = Shared();
        Assert.Equal("nothing-written", review.Write(text, 0, Today, Manager, A.Now).Refusal?.Code);
        Assert.Equal((0, null), (review.Version, review.HeldOn));
    }

    /// <summary>A.Now is 23:30 UTC on 1 July: in London the 2nd has begun, and the 3rd is in the future.</summary>
    [Theory, InlineData(0, null), InlineData(-40, null), InlineData(1, "held-in-future")]
    public void The_day_they_talked_is_never_in_the_future(int days, string? refused) =>
        Assert.Equal(refused, Shared().Write("We agreed", 0, Today.AddDays(days), Manager, A.Now).Refusal?.Code);

    [Fact]
    public void Nothing_can_be_confirmed_before_it_is_written()
    {
        Assert.Equal("no-outcome", Shared().Confirm(ReviewSide.Employee, 0, Employee, A.Now).Refusal?.Code);
        var emptied = Written("We agreed").Write("  ", 1, null, Employee, A.Now).Value;
        Assert.Equal("no-outcome", emptied.Confirm(ReviewSide.Employee, 2, Employee, A.Now).Refusal?.Code);
    }

    [Theory, InlineData(null), InlineData("  ")]
    public void Reopening_needs_a_reason(string? reason) => Assert.Equal("reason-missing", Complete().Reopen(reason).Refusal?.Code);

    [Fact]
    public void What_was_confirmed_keeps_its_seal_when_it_is_reopened_and_confirmed_again()
    {
        var review = Complete();
        var record = new ReviewRecord(Ids.New(A.Now), review);
        review.Reopen("A date was wrong");
        review.Write("With the right date", 1, null, Employee, A.Now);
        Confirm(review, ReviewSide.Employee);
        Confirm(review, ReviewSide.Manager);

        Assert.Equal(ContentHash.Of(review.Id, 1, record.HeldOn, record.Outcome), record.ContentHash);
        Assert.NotEqual(record.ContentHash, review.ContentHash);
    }

    [Fact]
    public void Another_lead_confirms_for_themselves_and_what_is_complete_stays()
    {
        var review = Written();
        Confirm(review, ReviewSide.Manager);
        review.MoveTo(A.PersonId());
        Assert.Equal((ReviewStatus.Shared, (DateTime?)null), (review.Status, review.ManagerConfirmedAtUtc));

        var complete = Complete();
        complete.MoveTo(A.PersonId());
        Assert.Equal(ReviewStatus.Complete, complete.Status);
    }

    [Fact]
    public void Nobody_is_on_both_sides()
    {
        var review = New();

        Assert.Equal(ReviewSide.Employee, review.SideOf(Employee, Employee, standsIn: true));
        Assert.Equal(ReviewSide.Manager, review.SideOf(Manager, Manager, standsIn: false));
        Assert.Equal(ReviewSide.Manager, review.SideOf(A.PersonId(), Manager, standsIn: true));
        Assert.Null(review.SideOf(A.PersonId(), Manager, standsIn: false));
    }

    [Fact]
    public void The_seal_is_the_SHA_256_of_the_form_that_is_written_down()
    {
        var id = Guid.Parse("01890000-0000-7000-8000-000000000001");

        Assert.Equal("better-together-review 1\nreview 01890000-0000-7000-8000-000000000001\nversion 2\nheld 2026-05-20\n\nWe agreed\nto talk", ContentHash.Canonical(id, 2, A.Day("2026-05-20"), "We agreed\nto talk"));
        Assert.Equal(64, ContentHash.Of(id, 2, A.Day("2026-05-20"), "We agreed\nto talk").Length);
        Assert.NotEqual(ContentHash.Of(id, 2, A.Day("2026-05-20"), "a"), ContentHash.Of(id, 3, A.Day("2026-05-20"), "a"));
    }

    [Theory]
    [InlineData(0, 0, 0, true, true)]
    [InlineData(1, 0, 0, false, true)]
    [InlineData(0, 1, 0, true, false)]
    [InlineData(1, 1, 0, true, true)]
    [InlineData(1, 0, 1, true, true)]
    public void It_is_up_to_whoever_has_not_done_the_next_thing(int employeeShared, int managerShared, int written, bool employee, bool manager)
    {
        var review = New();
        if (employeeShared == 1) { Share(review, ReviewSide.Employee); }
        if (managerShared == 1) { Share(review, ReviewSide.Manager); }
        if (written == 1) { review.Write("We agreed", 0, null, Manager, A.Now); }

        Assert.Equal((employee, manager), (review.IsUpTo(ReviewSide.Employee), review.IsUpTo(ReviewSide.Manager)));
    }

    internal static Review New() => new(Ids.New(A.Now), Ids.New(A.Now), Employee, Employee, Manager);

    internal static Review Complete(string text = "We agreed", DateTime? atUtc = null)
    {
        var review = Written(text);
        Confirm(review, ReviewSide.Employee, atUtc);
        return Confirm(review, ReviewSide.Manager, atUtc);
    }

    private static Review Shared() => Share(New(), ReviewSide.Employee);

    private static Review Share(Review review, ReviewSide side) => review.Share(side, A.Now).Value;

    private static Review Written(string text = "We agreed")
    {
        var review = Shared();
        return review.Write(text, 0, null, Manager, A.Now).Value;
    }

    private static Review Confirm(Review review, ReviewSide side, DateTime? atUtc = null) =>
        review.Confirm(side, review.Version, side == ReviewSide.Employee ? Employee : Manager, atUtc ?? A.Now).Value;
}
