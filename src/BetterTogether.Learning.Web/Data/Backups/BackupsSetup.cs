using BetterTogether.Learning.Web.Hosting;

namespace BetterTogether.Learning.Web.Data.Backups;

public static class BackupsSetup
{
    public static WebApplicationBuilder AddBackups(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.Configure<BackupOptions>(builder.Configuration.GetSection("Backup"));
        services.AddSingleton<BackupFolder>().AddSingleton<BackupService>().AddSingleton<RestoreService>().AddSingleton<MoveService>();
        services.AddSingleton<NightlyBackup>().AddHostedService(s => s.GetRequiredService<NightlyBackup>());
        services.AddReadyCheck<BackupHealth>("backup");
        return builder;
    }
}
