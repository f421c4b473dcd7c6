namespace BetterTogether.Learning.Web.Tests.Architecture;

/// <summary>Every address that is open to people who are not signed in, with the reason. Whoever opens another one writes it down here.</summary>
internal static class OpenList
{
    public static readonly IReadOnlyDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["/"] = "the programme tells what is on; never links or names",
        ["/sessions/{id}"] = "a page of the programme",
        ["/sign-in"] = "nobody is signed in before it",
        ["/sign-in/kept"] = "a form that came after its sign-in had ended; it shows what was posted to it and changes nothing",
        ["/sign-in/code"] = "the second step of signing in",
        ["/sign-in/provider"] = "leaves for the identity provider",
        ["/sign-in/oidc"] = "the identity provider comes back here",
        ["/dev/sign-in"] = "mapped in Development with SignIn__Development only",
        ["/dev/mailbox"] = "mapped in Development only",
        ["/dev/mailbox/{file}"] = "as /dev/mailbox",
        ["/dev/mailbox/{file}/html"] = "as /dev/mailbox",
        ["/check-in"] = "a team meeting opens it from a code on the wall; it takes a number and gives a question",
        ["/check-in/{code}"] = "as /check-in: a count and a turn, nobody's name or words",
        ["/health/live"] = "probes are nobody; it tells a status only",
        ["/health/ready"] = "as /health/live",
        ["/openapi/{documentName}.json"] = "what calls there are is no secret",
        ["/calendar/{token}.ics"] = "calendars cannot sign in: the token in the address is the key",
        ["/programme.ics"] = "the programme again",
        ["/sessions/{id}.ics"] = "a page of the programme, for a calendar",
        ["/api/v1/replies"] = "a mail gateway cannot sign in: a shared secret is the key, and without one set it is not there",
        ["/error/{status}"] = "an error page must not need a sign-in",
        ["/privacy"] = "the law wants it open",
        ["/accessibility"] = "the law wants it open",
        ["/{*path}"] = "the catch-all answers 404, not a sign-in page",
    };
}
