using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Mail.Dev;

/// <summary>/dev/mailbox: in Development alone, and there open to all, since the sign-in code is read in it.</summary>
public static class DevMailboxSetup
{
    private const string Folder = "/Mail/Dev";

    public static void AddDevMailbox(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddSingleton<DevMailFolder>();
        services.Configure<RazorPagesOptions>(pages =>
        {
            if (environment.IsDevelopment())
            {
                pages.Conventions.AllowAnonymousToFolder(Folder);
                return;
            }

            // A page without a selector has no address.
            pages.Conventions.AddFolderRouteModelConvention(Folder, page => page.Selectors.Clear());
        });
    }

    public static void MapDevMailbox(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
        {
            app.MapGet(Links.DevMailbox + "/{file}/html", Html).AllowAnonymous().ExcludeFromDescription();
        }
    }

    private static IResult Html(string file, DevMailFolder mails, HttpResponse response) => MailHtml.Page(mails.Find(file)?.Part("text/html"), response);
}
