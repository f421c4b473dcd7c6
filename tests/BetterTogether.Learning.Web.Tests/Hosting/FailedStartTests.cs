using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Tests.Hosting;

/// <summary>The database is prepared from the first moment on. A start that comes to nothing, because the port is taken or a setting cannot work, ends that too.</summary>
public sealed class FailedStartTests
{
    [Fact]
    public async Task What_had_begun_is_ended_in_order_and_the_reason_stands()
    {
        var (begun, ended, errors) = (new TaskCompletionSource(), false, new LogLines(LogLevel.Error));

        var why = await Assert.ThrowsAsync<IOException>(() => TestApp.StartAsync(new TestAppOptions
        {
            Replace = services => services
                .Configure<HostOptions>(host => host.ShutdownTimeout = Eventually.Patience) // it is about the order, not about how long the rows take
                .AddSingleton<ILoggerProvider>(errors)
                .AddSingleton<AtStart>(SeedsAsync)
                .AddSingleton<IHostedService>(new PortTaken(begun.Task)),
        }));

        Assert.Equal("the port is taken", why.Message);
        Assert.True(ended);
        Assert.All(errors.All, line => Assert.Contains("the port is taken", line, StringComparison.Ordinal));

        async Task SeedsAsync(IServiceProvider services, CancellationToken cancel)
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<LearningDb>>().CreateDbContextAsync(CancellationToken.None);
            await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
            begun.SetResult();
            while (!cancel.IsCancellationRequested) { await Task.Yield(); }
            for (var row = 0; row < 5_000; row++)
            {
                await db.Database.ExecuteSqlAsync($"UPDATE people SET \"Name\" = \"Name\"", CancellationToken.None);
                await Task.Yield();
            }
            await transaction.CommitAsync(CancellationToken.None);
            ended = true;
        }
    }

    [Fact]
    public async Task A_setting_that_cannot_work_leaves_the_database_alone()
    {
        var folder = Directory.CreateTempSubdirectory("bt-test-");

        await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync(new TestAppOptions { Settings = { ["Data:Folder"] = folder.FullName, ["Backup:Keep"] = "-3" } }));

        Assert.Empty(folder.EnumerateFileSystemInfos());
        folder.Delete();
    }

    private sealed class PortTaken(Task begun) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            await begun;
            throw new IOException("the port is taken");
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
