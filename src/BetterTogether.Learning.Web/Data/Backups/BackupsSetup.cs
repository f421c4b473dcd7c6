using BetterTogether.Learning.Web.Hosting;

namespace BetterTogether.Learning.Web.Data.Backups;

public static class BackupsSetup
{
    public static WebApplicationBuilder AddBackups(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<BackupOptions>().Bind(builder.Configuration.GetSection("Backup"))
            .Validate(options => options.Keep >= 0, "Backup__Keep is how many backups stay: 0 for no nightly backup, or more").ValidateOnStart();
        services.AddSingleton<BackupFolder>().AddSingleton<BackupService>().AddSingleton<RestoreService>().AddSingleton<MoveService>();
        services.AddSingleton<NightlyBackup>().AddHostedService(s => s.GetRequiredService<NightlyBackup>());
        services.AddReadyCheck<BackupHealth>("backup");
        return builder;
    }
}
