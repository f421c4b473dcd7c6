using BetterTogether.Learning.Web.Data;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BetterTogether.Learning.Web.Hosting;

public static class Health
{
    private const string ForReady = "ready";

    public static WebApplicationBuilder AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<WriteProbe>();
        builder.Services.AddHealthChecks()
            .AddCheck<ReadinessCheck>("start", tags: [ForReady])
            .AddCheck<WriteProbe>("database", tags: [ForReady]);
        return builder;
    }

    /// <summary>A feature's own part of <c>/health/ready</c>.</summary>
    public static IServiceCollection AddReadyCheck<T>(this IServiceCollection services, string name) where T : class, IHealthCheck
    {
        services.AddHealthChecks().AddCheck<T>(name, tags: [ForReady]);
        return services;
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks(Links.Live, new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks(Links.Ready, new HealthCheckOptions { Predicate = check => check.Tags.Contains(ForReady) }).AllowAnonymous();
    }
}

public sealed class ReadinessCheck(Readiness readiness) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(readiness.IsReady ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(readiness.Step));
}
