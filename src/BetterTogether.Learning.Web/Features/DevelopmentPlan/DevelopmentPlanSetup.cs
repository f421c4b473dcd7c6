namespace BetterTogether.Learning.Web.Features.DevelopmentPlan;

public static class DevelopmentPlanSetup
{
    public static WebApplicationBuilder AddDevelopmentPlan(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<DevelopmentPlanOptions>().Bind(builder.Configuration.GetSection("DevelopmentPlan")).ValidateOnStart();
        builder.Services.AddSingleton<ObjectiveService>().AddScoped<ObjectiveQueries>();
        builder.Services.AddHostedService<CheckInNudges>();
        return builder;
    }

    public static RouteGroupBuilder MapDevelopmentPlan(this RouteGroupBuilder api) => ObjectiveApi.Map(api);
}
