using BetterTogether.Learning.Web.Features.Calendars;
using BetterTogether.Learning.Web.Hosting;

namespace BetterTogether.Learning.Web.Features.Bookings;

public static class BookingSetup
{
    public static WebApplicationBuilder AddBookings(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.Configure<BookingOptions>(builder.Configuration.GetSection("Bookings"));
        services.AddSingleton<BookingService>().AddSingleton<BookingReads>().AddSingleton<BookingMails>().AddSingleton<BookingInvites>().AddSingleton<IFeedSource, BookingFeed>().AddSingleton<AttendanceService>().AddSingleton<OtherDateService>();
        services.AddScoped<BookingQueries>();
        services.AddHostedService<OfferSweeper>();
        services.AddSingleton<BookingInvariants>().AddSingleton<InvariantsWatch>().AddHostedService(s => s.GetRequiredService<InvariantsWatch>());
        services.AddReadyCheck<InvariantsCheck>("invariants");
        return builder;
    }

    public static RouteGroupBuilder MapBookings(this RouteGroupBuilder api) => BookingApi.Map(api);
}
