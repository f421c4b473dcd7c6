using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Hosting;

/// <summary>Settings <c>Limits__*</c>: how many calls a minute; 0 switches a limit off.</summary>
public sealed class LimitOptions
{
    /// <summary>Signing in, by IP address (a council's offices may share one). Off in Development.</summary>
    public int SignInPerAddress { get; set; } = 60;

    /// <summary>Booking, cancelling, answering an offer, by person.</summary>
    public int BookingPerPerson { get; set; } = 60;

    /// <summary>The open programme and its search, by person, else by IP address (the latter off in Development).</summary>
    public int SearchPerCaller { get; set; } = 600;

    public bool AreOff => SignInPerAddress == 0 && BookingPerPerson == 0 && SearchPerCaller == 0;
}

public static class RateLimits
{
    public const string SignIn = "sign-in";
    public const string Booking = "booking";
    public const string Search = "search";

    private const int Steps = 6;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly string RetryAfter = (Window / Steps).TotalSeconds.ToString(CultureInfo.InvariantCulture);

    public static WebApplicationBuilder AddRateLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<LimitOptions>().Bind(builder.Configuration.GetSection("Limits"))
            .Validate(limits => limits is { SignInPerAddress: >= 0, BookingPerPerson: >= 0, SearchPerCaller: >= 0 }, "Limits__SignInPerAddress, Limits__BookingPerPerson and Limits__SearchPerCaller are calls a minute: 0 for no limit, or more").ValidateOnStart();
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (context, _) =>
            {
                // The library says "at once" of a window that slides; nothing comes free before it has moved.
                context.HttpContext.Response.Headers.RetryAfter = RetryAfter;
                return ValueTask.CompletedTask;
            };
            limiter.AddPolicy(SignIn, context => Limit(ByAddress(context), Settings(context).SignInPerAddress));
            limiter.AddPolicy(Booking, context => Limit(context.User.IdOrNull()?.ToString(), Settings(context).BookingPerPerson));
            limiter.AddPolicy(Search, context => Limit(context.User.IdOrNull()?.ToString() ?? ByAddress(context), Settings(context).SearchPerCaller));
        });
        return builder;
    }

    /// <summary>Where all limits are off there is no limiter: its clock ticks ten times a second, and outlives its app in the process.</summary>
    public static IApplicationBuilder UseRateLimits(this IApplicationBuilder app) =>
        app.ApplicationServices.GetRequiredService<IOptions<LimitOptions>>().Value.AreOff ? app : app.UseRateLimiter();

    private static LimitOptions Settings(HttpContext context) => context.RequestServices.GetRequiredService<IOptions<LimitOptions>>().Value;

    private static string? ByAddress(HttpContext context) =>
        context.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment() ? null : context.Connection.RemoteIpAddress?.ToString();

    private static RateLimitPartition<string> Limit(string? caller, int aMinute) => caller is null || aMinute == 0
        ? RateLimitPartition.GetNoLimiter("")
        : RateLimitPartition.GetSlidingWindowLimiter(caller, _ => new SlidingWindowRateLimiterOptions { PermitLimit = aMinute, Window = Window, SegmentsPerWindow = Steps });
}
