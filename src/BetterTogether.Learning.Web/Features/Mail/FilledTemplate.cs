namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>A template with its values in, before the layout. Empty: the template has no such line.</summary>
public sealed record FilledTemplate(
    string Subject, string When, string Where, string BodyText, string BodyHtml, string ButtonWords, string ButtonLink, string CancelWords, string CancelLink)
{
    /// <summary>The text part: when, where and how to cancel first, the body, then the button's link in full.</summary>
    public string Text => string.Join("\n\n", new[]
    {
        string.Join('\n', new[] { Labelled("When", When), Labelled("Where", Where), Labelled(CancelWords, CancelLink) }.Where(line => line.Length > 0)),
        BodyText,
        Labelled(ButtonWords, ButtonLink),
    }.Where(block => block.Length > 0)) + "\n";

    private static string Labelled(string label, string value) => value.Length > 0 ? $"{label}: {value}" : "";
}
