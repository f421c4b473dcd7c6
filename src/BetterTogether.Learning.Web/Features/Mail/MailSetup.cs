using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Mail.Dev;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Mail;

public static class MailSetup
{
    public static WebApplicationBuilder AddMail(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.Configure<MailOptions>(builder.Configuration.GetSection("Mail"));
        services.AddSingleton(TemplateFiles.For(builder.Configuration, builder.Environment.ContentRootPath));
        services.AddSingleton<MailTemplates>().AddSingleton<MailComposer>();
        services.AddSingleton<Outbox>().AddSingleton<OutboxClaims>().AddSingleton<OutboxPause>();
        services.AddSingleton(Transport);
        services.AddHostedService<OutboxWorker>();
        services.AddReadyCheck<MailHealth>("mail");
        services.AddDevMailbox(builder.Environment);
        return builder;
    }

    public static WebApplication MapMail(this WebApplication app)
    {
        app.MapDevMailbox();
        return app;
    }

    private static IMailTransport Transport(IServiceProvider services) => services.GetRequiredService<IOptions<MailOptions>>().Value.Transport switch
    {
        MailTransportKind.Folder => new FolderTransport(services.GetRequiredService<DataFolder>().Mail),
        var other => throw new InvalidOperationException($"Mail__Transport={other} is not built in; use Folder"),
    };
}
