using BetterTogether.Learning.Web.Hosting;

namespace BetterTogether.Learning.Web.Features.Bookings;

public static class BookingSetup
{
    public static WebApplicationBuilder AddBookings(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.Configure<BookingOptions>(builder.Configuration.GetSection("Bookings"));
        services.AddSingleton<BookingService>().AddSingleton<BookingMails>().AddSingleton<BookingInvites>().AddSingleton<AttendanceService>();
        services.AddScoped<BookingQueries>();
        services.AddHostedService<OfferSweeper>();
        services.AddSingleton<BookingInvariants>().AddSingleton<InvariantsWatch>().AddHostedService(s => s.GetRequiredService<InvariantsWatch>());
        services.AddReadyCheck<InvariantsCheck>("invariants");
        return builder;
    }

    public static RouteGroupBuilder MapBookings(this RouteGroupBuilder api) => BookingApi.Map(api);
}
