namespace BetterTogether.Learning.Web.Features.DevelopmentPlan;

public static class DevelopmentPlanSetup
{
    public static WebApplicationBuilder AddDevelopmentPlan(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<DevelopmentPlanOptions>(builder.Configuration.GetSection("DevelopmentPlan"));
        builder.Services.AddSingleton<ObjectiveService>().AddScoped<ObjectiveQueries>();
        builder.Services.AddHostedService<CheckInNudges>();
        return builder;
    }

    public static RouteGroupBuilder MapDevelopmentPlan(this RouteGroupBuilder api) => ObjectiveApi.Map(api);
}
