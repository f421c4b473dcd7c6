using System.Security.Claims;
using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Calendars;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Circles;

public static class CirclesSetup
{
    public static WebApplicationBuilder AddCircles(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<CircleOptions>().Bind(builder.Configuration.GetSection("Circles"))
            .Validate(options => !options.ReachesOutside || Mailbox.IsAddress(options.DutyAddress), "Circles__DutyContact must be one mail address").ValidateOnStart();
        services.AddSingleton<CircleService>().AddSingleton<SessionCircleService>().AddSingleton<WorryService>().AddSingleton<CircleRooms>().AddSingleton<CircleStore>().AddSingleton<CircleMemory>();
        services.AddSingleton<CircleEffects>().AddSingleton<CirclePresence>().AddSingleton<CircleMails>().AddSingleton<CircleInvites>().AddSingleton<IFeedSource, CircleFeed>().AddSingleton<SessionCircleInviteService>().AddSingleton<IFeedSource, SessionCircleFeed>();
        services.AddSingleton<IChangeNotifier>(s => s.GetRequiredService<IOptions<DatabaseOptions>>().Value.Provider == DatabaseProvider.Postgres
            ? ActivatorUtilities.CreateInstance<PostgresNotifier>(s) : new OneNodeNotifier());
        services.AddCirclePages();
        services.AddHostedService<CircleWatch>().AddHostedService<CircleEar>();
        services.AddSignalR(Describe).AddJsonProtocol(json => json.PayloadSerializerOptions = new(CircleJson.Options));
        services.AddSingleton<IHubProtocol, CircleProtocol>(); // the last of a name is the one
        return builder;
    }

    public static RouteGroupBuilder MapCircles(this RouteGroupBuilder api) => CirclesApi.Map(api);

    public static WebApplication MapCircleHub(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment() && !app.Services.GetRequiredService<IOptions<CircleOptions>>().Value.ReachesOutside) { app.Logger.WorriesReachNobodyOutside(); }
        app.MapGet(Links.SessionCircle("{id:guid}"), OpenAsync).ExcludeFromDescription();
        // A browser sends the sign-in's cookie with any page's handshake, and says in Origin whose page it is.
        app.MapHub<CircleHub>(Links.CircleHub).Add(endpoint =>
        {
            var handshake = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context =>
            {
                if (!ApiGuard.HasForeignOrigin(context.Request)) { return handshake(context); }
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        return app;
    }

    // The address in the invite: it is the same before and after the circle is there.
    private static async Task<Results<RedirectHttpResult, NotFound, Conflict>> OpenAsync(Guid id, ClaimsPrincipal user, SessionCircleService circles, CancellationToken cancel)
    {
        var circle = await circles.OpenAsync(id, user.Id(), cancel);
        return circle.Refusal is null ? TypedResults.LocalRedirect(Links.Circle(circle.Value)) : circle.Refusal is SessionNotFound ? TypedResults.NotFound() : TypedResults.Conflict();
    }

    // A client pings every 5 seconds; one that is silent for 20 is gone.
    private static void Describe(HubOptions options)
    {
        options.ClientTimeoutInterval = TimeSpan.FromSeconds(20);
        options.KeepAliveInterval = TimeSpan.FromSeconds(10);
        options.AddFilter<SignedInFilter>();
    }
}
