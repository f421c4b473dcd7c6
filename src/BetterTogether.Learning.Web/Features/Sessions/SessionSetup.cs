namespace BetterTogether.Learning.Web.Features.Sessions;

public static class SessionSetup
{
    public static WebApplicationBuilder AddSessions(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SessionService>().AddSingleton<SeriesService>().AddScoped<SessionQueries>();
        return builder;
    }

    public static RouteGroupBuilder MapSessions(this RouteGroupBuilder api) => SessionApi.Map(api);
}
