using System.Net.Mail;
using System.Net.Mime;
using HandlebarsDotNet;
using Markdig;

namespace BetterTogether.Learning.Benchmarks.Floors;

/// <summary>The least that a mail costs: its template filled once, its Markdown made HTML and put in its layout; and a bare client that sends ready messages.</summary>
public sealed class MailFloor
{
    private readonly HandlebarsTemplate<object, object> body;
    private readonly HandlebarsTemplate<object, object> layout;

    public MailFloor(string body, string layout)
    {
        var handlebars = Handlebars.Create();
        (this.body, this.layout) = (handlebars.Compile(body), handlebars.Compile(layout));
    }

    public string Render(object values) => layout(new { Subject = "Your place", BodyHtml = Markdown.ToHtml(body(values)) });

    /// <summary>The same ready message again and again, over so many connections.</summary>
    public static Task SendAsync(int port, int mails, int connections, string text, string html, string calendar) => Task.WhenAll(Enumerable.Range(0, connections).Select(lane => Task.Run(async () =>
    {
        using var client = new SmtpClient("127.0.0.1", port);
        using var message = new MailMessage("learning@demo.example", "worker1@demo.example") { Subject = "Your place" };
        foreach (var (content, type) in new[] { (text, "text/plain; charset=UTF-8"), (html, "text/html; charset=UTF-8"), (calendar, "text/calendar; charset=UTF-8; method=REQUEST") })
        {
            message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(content, new ContentType(type)));
        }
        for (var i = lane; i < mails; i += connections) { await client.SendMailAsync(message); }
    })));
}
