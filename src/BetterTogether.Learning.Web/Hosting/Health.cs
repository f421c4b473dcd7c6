using BetterTogether.Learning.Web.Data;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BetterTogether.Learning.Web.Hosting;

public static class Health
{
    private const string ForReady = "ready";
    private const string OfFeatures = "features";

    public static WebApplicationBuilder AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<WriteProbe>();
        builder.Services.AddHealthChecks()
            .AddCheck<WriteProbe>("database", tags: [ForReady]);
        return builder;
    }

    /// <summary>A feature's own part of <c>/health/ready</c>.</summary>
    public static IServiceCollection AddReadyCheck<T>(this IServiceCollection services, string name) where T : class, IHealthCheck
    {
        services.AddHealthChecks().AddCheck<T>(name, tags: [OfFeatures]);
        return services;
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks(Links.Live, new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        // What a feature has to say concerns its work in the background, and that begins a moment after the start.
        var readiness = app.Services.GetRequiredService<Readiness>();
        app.MapHealthChecks(Links.Ready, new HealthCheckOptions { Predicate = check => check.Tags.Contains(ForReady) || (readiness.WorkHasBegun && check.Tags.Contains(OfFeatures)) }).AllowAnonymous();
    }
}
