using BetterTogether.Learning.Domain.People;

namespace BetterTogether.Learning.Domain.Tests.People;

public sealed class SignInTests
{
    [Theory, InlineData(1, true), InlineData(10, true), InlineData(11.5, false)]
    public void In_the_last_hour_of_twelve_nothing_moves_the_end(double hoursIn, bool expected)
    {
        var signIn = new SignIn([1], A.PersonId(), A.Now);
        signIn.Renew(A.Now.AddHours(hoursIn));

        Assert.Equal(expected, signIn.CanRenew);
    }
}
