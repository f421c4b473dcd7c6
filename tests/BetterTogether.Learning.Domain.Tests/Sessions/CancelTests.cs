using BetterTogether.Learning.Domain.Sessions;

namespace BetterTogether.Learning.Domain.Tests.Sessions;

public sealed class CancelTests
{
    [Theory, InlineData(0, null), InlineData(89, null), InlineData(90, "already-over")]
    public void A_session_is_called_off_until_its_end(int minutesFromStart, string? refusal) =>
        Assert.Equal(refusal, A.Session().Cancel(A.Start.AddMinutes(minutesFromStart)).Refusal?.Code);

    [Fact]
    public void Nobody_books_a_cancelled_session()
    {
        var session = A.Session();
        session.Cancel(A.Now);

        Assert.Equal("session-cancelled", session.Book(A.PersonId(), A.Desk, false, A.Now).Refusal?.Code);
        Assert.Equal(SessionStatus.Cancelled, session.Status);
    }
}
