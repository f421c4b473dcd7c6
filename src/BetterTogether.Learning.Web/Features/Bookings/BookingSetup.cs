using BetterTogether.Learning.Web.Features.Calendars;
using BetterTogether.Learning.Web.Hosting;

namespace BetterTogether.Learning.Web.Features.Bookings;

public static class BookingSetup
{
    public static WebApplicationBuilder AddBookings(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<BookingOptions>().Bind(builder.Configuration.GetSection("Bookings"))
            .Validate(options => options.OfferWorkingHours > 0, "Bookings__OfferWorkingHours is how many working hours an offered place is held: 1 or more")
            .Validate(options => options.OfferToAllDays >= 0, "Bookings__OfferToAllDays is a number of working days: 0 or more").ValidateOnStart();
        services.AddSingleton<BookingService>().AddSingleton<BookingReads>().AddSingleton<BookingMails>().AddSingleton<BookingInvites>().AddSingleton<IFeedSource, BookingFeed>().AddSingleton<AttendanceService>().AddSingleton<OtherDateService>().AddSingleton<LeaverService>();
        services.AddScoped<BookingQueries>();
        services.AddHostedService<OfferSweeper>();
        services.AddSingleton<BookingInvariants>().AddSingleton<InvariantsWatch>().AddHostedService(s => s.GetRequiredService<InvariantsWatch>());
        services.AddReadyCheck<InvariantsCheck>("invariants");
        return builder;
    }

    public static RouteGroupBuilder MapBookings(this RouteGroupBuilder api) => BookingApi.Map(api);
}
