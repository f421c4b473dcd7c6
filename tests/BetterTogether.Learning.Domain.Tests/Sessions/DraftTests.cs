using BetterTogether.Learning.Domain.Sessions;

namespace BetterTogether.Learning.Domain.Tests.Sessions;

public sealed class DraftTests
{
    [Theory, InlineData(-60, "in-the-past"), InlineData(0, "in-the-past"), InlineData(1, null)]
    public void A_session_starts_in_the_future(int minutesFromNow, string? refusal) =>
        Assert.Equal(refusal, Session.Draft(A.Details(startsAtUtc: A.Now.AddMinutes(minutesFromNow)), A.Now).Refusal?.Code);

    [Fact]
    public void A_new_session_is_a_draft_that_nobody_can_book()
    {
        var draft = A.Draft();

        Assert.Equal((SessionStatus.Draft, 1), (draft.Status, draft.Version));
        Assert.Equal("session-not-found", draft.Book(A.PersonId(), A.Desk, false, A.Now).Refusal?.Code);
    }

    [Fact]
    public void A_slot_without_a_topic_may_be_a_draft() => Assert.Equal("Topic to be agreed", A.Draft(A.Details(title: "")).TitleOrSlot);

    [Fact]
    public void What_was_typed_in_is_read_back()
    {
        var details = (A.Details() with { Description = "How", Audience = "All", Trainers = [A.Desk, A.Desk], Tags = "play", CostCode = "CC1", JoinUrl = "https://teams.example/abc" }).Checked().Value;

        Assert.Equivalent(details, A.Draft(details).Details);
    }
}
