using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Web.Features.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BetterTogether.Learning.Web.Tests.Mail;

public sealed class MailHealthTests : IAsyncLifetime
{
    private MailHost host = null!;

    public async Task InitializeAsync() => host = await MailHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task An_empty_outbox_and_one_at_work_are_healthy()
    {
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync()).Status);
        await host.QueueAsync("a");
        await host.QueueAsync("b", notBeforeUtc: host.Clock.NowUtc.AddDays(1));
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync()).Status);
    }

    [Fact]
    public async Task An_outbox_that_lags_is_degraded()
    {
        await host.QueueAsync("a");
        host.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(HealthStatus.Degraded, (await CheckAsync()).Status);
    }

    [Fact]
    public async Task A_paused_queue_is_degraded()
    {
        await host.QueueAsync("a");
        host.Transport.Next(() => new SenderRefused(535, "wrong password"));
        await host.Worker().SendDueAsync(CancellationToken.None);
        var health = await CheckAsync();
        Assert.Equal((HealthStatus.Degraded, "The outbox is paused: 535 wrong password"), (health.Status, health.Description));
    }

    private Task<HealthCheckResult> CheckAsync() =>
        ActivatorUtilities.CreateInstance<MailHealth>(host.Get<IServiceProvider>()).CheckHealthAsync(new HealthCheckContext());
}
