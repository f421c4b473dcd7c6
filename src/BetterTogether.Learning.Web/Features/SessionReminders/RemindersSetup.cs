namespace BetterTogether.Learning.Web.Features.SessionReminders;

public static class RemindersSetup
{
    public static WebApplicationBuilder AddReminders(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<ReminderOptions>(builder.Configuration.GetSection("Reminders"));
        builder.Services.AddSingleton<ReminderService>().AddHostedService<ReminderWorker>();
        return builder;
    }
}
