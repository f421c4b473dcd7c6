using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BetterTogether.Learning.Web.Tests.Hosting;

/// <summary>A page as somebody without script has it before them.</summary>
public sealed partial class Page
{
    private readonly Visitor visitor;

    private Page(Visitor visitor, HttpStatusCode status, HttpResponseHeaders headers, IDocument document) => (this.visitor, Status, Headers, Document) = (visitor, status, headers, document);

    public HttpStatusCode Status { get; }
    public HttpResponseHeaders Headers { get; }
    public IDocument Document { get; }

    /// <summary>Where it was found in the end, redirects followed: "/my-bookings?x=1".</summary>
    public string Path => new Uri(Document.DocumentUri).PathAndQuery;

    /// <summary>The words of the body, with single spaces.</summary>
    public string Text => Spaces().Replace(Document.Body!.TextContent, " ").Trim();

    public Page ShouldSay(string text)
    {
        Assert.True(Text.Contains(text, StringComparison.Ordinal), $"{Path} ({(int)Status}) does not say \"{text}\". It says: {Text}");
        return this;
    }

    public Page ShouldNotSay(string text)
    {
        Assert.False(Text.Contains(text, StringComparison.OrdinalIgnoreCase), $"{Path} says \"{text}\", and should not");
        return this;
    }

    public Page ShouldBeAt(string path)
    {
        Assert.True(Path == path, $"Expected to be at {path}, is at {Path} ({(int)Status}): {Text}");
        return this;
    }

    public Task<Page> FollowAsync(string linkText) => visitor.GetPageAsync(
        ((IHtmlAnchorElement)One(Document.QuerySelectorAll("a[href]"), linkText, "link")).Href);

    /// <summary>Presses a button of a form, with every field of it, the hidden ones too.</summary>
    /// <param name="fields">What is typed in or chosen, by field name or label; "true" and "false" for a check box.</param>
    public Task<Page> SubmitAsync(string button, params (string Field, string Value)[] fields)
    {
        var pressed = (IHtmlElement)One(Document.QuerySelectorAll("form button, form input[type=submit]"), button, "button");
        var form = (IHtmlFormElement)pressed.Closest("form")!;
        foreach (var (field, value) in fields) { FormFields.Fill(form, field, value); }
        return visitor.PageAsync(FormFields.Request(form, pressed));
    }

    internal static async Task<Page> ReadAsync(Visitor visitor, HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        var address = response.RequestMessage!.RequestUri!.ToString();
        var document = await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(html).Address(address));
        return new(visitor, response.StatusCode, response.Headers, document);
    }

    private IElement One(IEnumerable<IElement> elements, string text, string kind)
    {
        var all = elements.ToList();
        var found = all.Where(e => Label(e) == text).ToList();
        Assert.True(found.Count > 0, $"{Path} ({(int)Status}) has no {kind} \"{text}\"; it has: {string.Join(" | ", all.Select(Label))}. It says: {Text}");
        return found[0];
    }

    private static string Label(IElement element) => Spaces().Replace(element is IHtmlInputElement input ? input.Value : element.TextContent, " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
