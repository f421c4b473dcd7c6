namespace BetterTogether.Learning.Web.Features.SessionReminders;

public static class RemindersSetup
{
    public static WebApplicationBuilder AddReminders(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ReminderOptions>().Bind(builder.Configuration.GetSection("Reminders"))
            .Validate(options => options.NotWithinHours >= 0, "Reminders__NotWithinHours is a number of hours: 0 or more").ValidateOnStart();
        builder.Services.AddSingleton<SessionReminderService>().AddHostedService<ReminderWorker>();
        return builder;
    }
}
