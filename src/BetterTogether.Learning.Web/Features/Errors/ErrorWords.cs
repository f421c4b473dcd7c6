namespace BetterTogether.Learning.Web.Features.Errors;

/// <summary>What we say when something went wrong: what happened, and what to do next.</summary>
public sealed record ErrorWords(string Title, string What, string Next, ErrorWay Way = ErrorWay.Programme)
{
    private static readonly ErrorWords Fault = new("Something went wrong on our side", "Sorry. We have written down what happened.", "Nothing you entered was half saved. Please try again in a moment.", ErrorWay.TryAgain);

    public static ErrorWords Of(int status) => status switch
    {
        403 => new("This page is not open to you", "You are signed in, but what you may do here does not include this page.", "If you think it should, ask the learning desk. You can also sign in as somebody else.", ErrorWay.SignIn),
        404 => new("We cannot find this page", "It may have moved, or the address has a mistake in it.", "If a link of ours brought you here, please tell the learning desk."),
        429 => new("That was a lot at once", "We slow down when many requests come from one place. Nothing is lost.", "Wait a minute, then try again.", ErrorWay.TryAgain),
        503 => new("We cannot get to our records just now", "The service is starting or being looked after. Your bookings are safe.", "Please try again in a minute.", ErrorWay.TryAgain),
        >= 500 => Fault,
        _ => new("We could not read that", "The page may have been open for a long time, or you have signed in or out since.", "Go back, load the page again and send it once more.", ErrorWay.TryAgain),
    };
}

/// <summary>The next right thing.</summary>
public enum ErrorWay
{
    Programme,
    SignIn,
    TryAgain,
}
