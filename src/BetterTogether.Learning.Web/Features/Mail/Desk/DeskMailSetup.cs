using BetterTogether.Learning.Web.Hosting;

namespace BetterTogether.Learning.Web.Features.Mail.Desk;

/// <summary>What stands in the frames of the desk's mail pages.</summary>
public static class DeskMailSetup
{
    public static void MapDeskMail(this WebApplication app)
    {
        var desk = app.MapGroup(Links.DeskMails).RequireAuthorization(Policies.Desk).ExcludeFromDescription();
        desk.MapGet("/{id:guid}/html", MailAsync);
        desk.MapGet("/templates/{folder}/{name}/html", Template);
    }

    private static async Task<IResult> MailAsync(Guid id, MailQueries mails, MailTemplates templates, HttpResponse response, CancellationToken cancel) =>
        MailHtml.Page(await mails.FindAsync(id, cancel) is { } mail ? templates.Preview(mail)?.Html : null, response);

    private static IResult Template(string folder, string name, MailTemplates templates, HttpResponse response) =>
        MailHtml.Page(MailSamples.Of($"{folder}/{name}") is { } sample ? templates.Render(sample).Html : null, response);
}
