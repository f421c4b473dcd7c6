namespace BetterTogether.Learning.Web.Features.Cpd;

public static class CpdSetup
{
    public static WebApplicationBuilder AddCpd(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CpdContent>().AddSingleton<CpdService>().AddScoped<CpdQueries>();
        builder.Services.AddHostedService<CpdReminders>();
        return builder;
    }

    public static WebApplication MapCpd(this WebApplication app)
    {
        CpdApi.MapDownloads(app);
        return app;
    }

    public static RouteGroupBuilder MapCpd(this RouteGroupBuilder api) => CpdApi.Map(api);
}
