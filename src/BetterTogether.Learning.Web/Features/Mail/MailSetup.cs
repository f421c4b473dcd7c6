using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Mail.Desk;
using BetterTogether.Learning.Web.Features.Mail.Dev;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Mail;

public static class MailSetup
{
    public static WebApplicationBuilder AddMail(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<MailOptions>().Bind(builder.Configuration.GetSection("Mail")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailSettings>();
        services.AddSingleton(TemplateFiles.For(builder.Configuration, builder.Environment.ContentRootPath));
        services.AddSingleton<MailTemplates>().AddSingleton<MailComposer>();
        services.AddSingleton<Outbox>().AddSingleton<OutboxClaims>().AddSingleton<MailSender>();
        services.AddSingleton<MailService>().AddScoped<MailQueries>();
        services.AddSingleton(Transport);
        services.AddHostedService<OutboxWorker>().AddHostedService<OutboxSweep>();
#if FULL_FEED
        services.AddHostedService<ImapReplies>();
#endif
        services.AddReadyCheck<MailHealth>("mail");
        services.AddDevMailbox(builder.Environment);
        return builder;
    }

    public static WebApplication MapMail(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<MailOptions>>().Value;
        if (!app.Environment.IsDevelopment() && options.Transport is MailTransportKind.Folder) { app.Logger.MailReachesNobody(); }
        else if (!app.Environment.IsDevelopment() && options.From == new MailOptions().From) { app.Logger.MailFromNobody(options.From); }
        app.MapDevMailbox();
        app.MapDeskMail();
        return app;
    }

    private static IMailTransport Transport(IServiceProvider services) => services.GetRequiredService<IOptions<MailOptions>>().Value switch
    {
#if FULL_FEED
        { Transport: MailTransportKind.Smtp } options => new MailKitTransport(options),
#else
        { Transport: MailTransportKind.Smtp } options => new SmtpClientTransport(options),
#endif
        _ => new FolderTransport(services.GetRequiredService<DataFolder>().Mail),
    };
}
