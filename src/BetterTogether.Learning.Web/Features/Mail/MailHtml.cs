namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>The HTML part of a mail as a page of its own, to stand in a frame of ours.</summary>
public static class MailHtml
{
    // A mail brings its styles inline and nothing else: no scripts, no pictures from elsewhere, no page around it but ours.
    private const string Csp = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; form-action 'none'; sandbox allow-popups allow-popups-to-escape-sandbox";

    public static IResult Page(string? html, HttpResponse response)
    {
        if (html is null)
        {
            return TypedResults.NotFound();
        }

        response.Headers.ContentSecurityPolicy = Csp;
        return TypedResults.Content(html.Replace("<head>", "<head><base target=\"_blank\">", StringComparison.Ordinal), "text/html; charset=utf-8");
    }
}
