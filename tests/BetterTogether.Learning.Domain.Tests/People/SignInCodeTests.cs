using BetterTogether.Learning.Domain.People;

namespace BetterTogether.Learning.Domain.Tests.People;

public sealed class SignInCodeTests
{
    private static readonly byte[] Right = [1, 2, 3], Wrong = [1, 2, 4];

    private readonly SignInCode code = new(A.Desk, "ada@demo.example", Right, A.Now);

    [Fact]
    public void The_right_code_signs_in_once()
    {
        Assert.True(code.Try(Right, A.Now));
        Assert.False(code.Try(Right, A.Now));
    }

    [Theory, InlineData(-1, true), InlineData(0, false), InlineData(60, false)]
    public void A_code_lasts_ten_minutes(int secondsAfterTen, bool expected) => Assert.Equal(expected, code.Try(Right, A.Now.AddMinutes(10).AddSeconds(secondsAfterTen)));

    [Theory, InlineData(4, true), InlineData(5, false)]
    public void Five_tries_are_all(int wrongTries, bool expected)
    {
        for (var i = 0; i < wrongTries; i++) { Assert.False(code.Try(Wrong, A.Now)); }

        Assert.Equal(expected, code.Try(Right, A.Now));
    }

    [Fact]
    public void A_sign_in_is_renewed_up_to_twelve_hours()
    {
        var signIn = new SignIn([1], A.Desk, A.Now);
        Assert.Equal(A.Now.AddMinutes(60), signIn.ExpiresAtUtc);

        signIn.Renew(A.Now.AddHours(3));
        Assert.Equal(A.Now.AddHours(4), signIn.ExpiresAtUtc);
        signIn.Renew(A.Now.AddHours(11.5));
        Assert.Equal(A.Now.AddHours(12), signIn.ExpiresAtUtc);
    }
}
