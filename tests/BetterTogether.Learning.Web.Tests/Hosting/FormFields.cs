using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BetterTogether.Learning.Web.Tests.Hosting;

/// <summary>Fills in and sends a form as a browser does (HTML, section 4.10.21).</summary>
internal static class FormFields
{
    public static void Fill(IHtmlFormElement form, string field, string value)
    {
        var named = Named(form, field);
        Assert.True(named.Count > 0, $"The form has no field \"{field}\"; it has: {string.Join(", ", form.Elements.OfType<IElement>().Select(e => e.GetAttribute("name")).OfType<string>().Distinct())}");
        switch (named[0])
        {
            case IHtmlInputElement { Type: "radio" }: Choose(named.OfType<IHtmlInputElement>(), field, value); break;
            case IHtmlInputElement { Type: "checkbox" }: Tick([.. named.OfType<IHtmlInputElement>().Where(i => i.Type == "checkbox")], value); break;
            case IHtmlInputElement input: input.Value = value; break;
            case IHtmlTextAreaElement area: area.Value = value; break;
            case IHtmlSelectElement select: Choose(select, field, value); break;
            default: Assert.Fail($"\"{field}\" is no field to fill in"); break;
        }
    }

    public static HttpRequestMessage Request(IHtmlFormElement form, IHtmlElement pressed)
    {
        var submission = form.GetSubmission(pressed) ?? throw new InvalidOperationException("The form cannot be sent");
        var isGet = submission.Method == AngleSharp.Io.HttpMethod.Get;
        var request = new HttpRequestMessage(isGet ? HttpMethod.Get : HttpMethod.Post, submission.Target.Href);
        if (isGet) { return request; }
        request.Content = new StreamContent(submission.Body);
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(submission.MimeType ?? form.Enctype ?? "application/x-www-form-urlencoded");
        return request;
    }

    private static List<IElement> Named(IHtmlFormElement form, string field)
    {
        var fields = form.Elements.OfType<IElement>().ToList();
        var byName = fields.Where(e => string.Equals(e.GetAttribute("name"), field, StringComparison.OrdinalIgnoreCase)).ToList();
        return byName.Count > 0 ? byName : [.. form.QuerySelectorAll("label").OfType<IHtmlLabelElement>().Where(l => l.TextContent.Trim() == field).Select(l => l.Control).OfType<IElement>()];
    }

    private static void Choose(IEnumerable<IHtmlInputElement> radios, string field, string value)
    {
        var all = radios.ToList();
        var chosen = all.Find(r => r.Value == value);
        Assert.True(chosen is not null, $"\"{field}\" has no choice \"{value}\"; it has: {string.Join(", ", all.Select(r => r.Value))}");
        foreach (var radio in all) { radio.IsChecked = radio == chosen; }
    }

    private static void Choose(IHtmlSelectElement select, string field, string value)
    {
        var chosen = select.Options.FirstOrDefault(o => o.Value == value || o.Text == value);
        Assert.True(chosen is not null, $"\"{field}\" has no choice \"{value}\"; it has: {string.Join(", ", select.Options.Select(o => o.Value))}");
        select.Value = chosen!.Value;
    }

    private static void Tick(List<IHtmlInputElement> boxes, string value)
    {
        var one = boxes.Find(b => b.Value == value) ?? boxes[0];
        one.IsChecked = value != "false";
    }
}
