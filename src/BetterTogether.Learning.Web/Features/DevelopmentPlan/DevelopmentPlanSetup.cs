using BetterTogether.Learning.Web.Hosting;

namespace BetterTogether.Learning.Web.Features.DevelopmentPlan;

public static class DevelopmentPlanSetup
{
    public static WebApplicationBuilder AddDevelopmentPlan(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<DevelopmentPlanOptions>().Bind(builder.Configuration.GetSection("DevelopmentPlan"))
            .Validate(plan => string.IsNullOrEmpty(plan.AdjustmentsUrl) || SiteOptions.IsPage(plan.AdjustmentsUrl), "DevelopmentPlan__AdjustmentsUrl is the address of a page, like https://intranet.council.example/adjustments")
            .Validate(plan => string.IsNullOrEmpty(plan.SupportUrl) || SiteOptions.IsPage(plan.SupportUrl), "DevelopmentPlan__SupportUrl is the address of a page, like https://intranet.council.example/support").ValidateOnStart();
        builder.Services.AddSingleton<ObjectiveService>().AddScoped<ObjectiveQueries>();
        builder.Services.AddHostedService<CheckInNudges>();
        return builder;
    }

    public static RouteGroupBuilder MapDevelopmentPlan(this RouteGroupBuilder api) => ObjectiveApi.Map(api);
}
