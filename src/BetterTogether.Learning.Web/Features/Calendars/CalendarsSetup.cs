namespace BetterTogether.Learning.Web.Features.Calendars;

public static class CalendarsSetup
{
    public static WebApplicationBuilder AddCalendars(this WebApplicationBuilder builder)
    {
#if FULL_FEED
        builder.Services.AddSingleton<ICalendarFormat, IcalNetFormat>();
#else
        builder.Services.AddSingleton<ICalendarFormat, PlainCalendarFormat>();
#endif
        builder.Services.AddSingleton<InviteService>().AddSingleton<FeedService>().AddScoped<FeedQueries>();
        return builder;
    }

    public static WebApplication MapCalendars(this WebApplication app)
    {
        CalendarApi.Map(app);
        return app;
    }
}
