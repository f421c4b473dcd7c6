using BetterTogether.Learning.Domain.Sessions;

namespace BetterTogether.Learning.Domain.Tests.Sessions;

public sealed class PublishTests
{
    public static TheoryData<SessionDetails, string?> Drafts => new()
    {
        { A.Details(), null },
        { A.Details() with { Place = null, JoinUrl = "https://teams.example/abc" }, null },
        { A.Details(title: ""), "title-missing" },
        { A.Details() with { Place = null }, "place-missing" },
    };

    [Theory, MemberData(nameof(Drafts))]
    public void A_session_is_published_once_people_know_what_and_where(SessionDetails details, string? refusal) =>
        Assert.Equal(refusal, A.Draft(details).Publish(A.Now).Refusal?.Code);

    [Fact]
    public void A_session_that_has_begun_is_not_published() => Assert.Equal("already-begun", A.Draft().Publish(A.Start).Refusal?.Code);

    [Fact]
    public void A_published_session_keeps_its_title_and_place()
    {
        var session = A.Session();

        Assert.Equal("title-missing", session.Change(session.Details with { Title = " " }, A.Now).Refusal?.Code);
        Assert.Equal("place-missing", session.Change(session.Details with { Place = "" }, A.Now).Refusal?.Code);
        Assert.Equal("Life story work", session.Title);
    }
}
