using BetterTogether.Learning.Web.Data;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Hosting;

public static partial class HostingSetup
{
    public static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddOptions<SiteOptions>().Bind(builder.Configuration.GetSection("Site"))
            .Validate(site => SiteOptions.IsPage(site.BaseUrl), "Site__BaseUrl is the address people use, like https://learning.council.example")
            .Validate(site => site.Believed is not null, "Site__Proxies names addresses and networks, separated by commas: 10.0.0.7, 172.16.0.0/12").ValidateOnStart();
        // A container that is to stop is killed after ten seconds. A request that only half came is not waited for longer; what was decided is committed.
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(8));
        services.ConfigureHttpJsonOptions(json => JsonSetup.Apply(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = ApiErrors.AddCode);
        services.AddExceptionHandler<Faults>();
        services.AddOpenApi("v1");
        services.AddRazorPages(pages => pages.RootDirectory = "/Features").AddMvcOptions(mvc => mvc.AllowEmptyInputInBodyModelBinding = false);
        services.AddAntiforgery(antiforgery => Describe(antiforgery.Cookie, "form", builder.Environment));
        services.Configure<CookieTempDataProviderOptions>(note => Describe(note.Cookie, "note", builder.Environment));
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        services.AddAuthorization(Policies.Add);
        services.AddHostedService<Settling>();
        builder.AddHealth().AddRateLimits();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        return builder;
    }

    // A browser takes a __Host- cookie over HTTPS alone; development speaks plain HTTP.
    private static void Describe(CookieBuilder cookie, string name, IHostEnvironment environment)
    {
        cookie.Name = (environment.IsDevelopment() ? "bt-" : "__Host-bt-") + name;
        cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.None : CookieSecurePolicy.Always;
    }

    /// <summary>What every request passes, in order.</summary>
    public static WebApplication UseHosting(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment() && new Uri(app.Services.GetRequiredService<IOptions<SiteOptions>>().Value.BaseUrl).IsLoopback) { LinksLeadNowhere(app.Logger); }
        app.UseForwarded();
        app.UseSecurityHeaders();
        // What is written of a fault is ours: the framework would write nothing of one that is answered, and a stack of each while the database is away.
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error/500", SuppressDiagnosticsCallback = _ => true });
        app.UseStatusCodePagesForBoth();
        if (!app.Environment.IsDevelopment()) { app.UseHsts(); }
        app.UseStartingGate();
        app.UseRouting();
        app.UseUnmatched();
        app.UseAuthentication();
        app.UseRateLimits();
        app.UseAuthorization();
        app.UseAntiforgery();
        return app;
    }

    public static WebApplication MapHosting(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        // Links to assets get the name with the fingerprint of the build: asp-append-version would watch the files, and a machine has few watchers.
        app.MapRazorPages().WithStaticAssets();
        app.MapHealth();
        return app;
    }

    /// <summary>Runs until it is told to stop. A start that comes to nothing ends what has begun, in order, before the connections it writes on go: the framework would leave it running.</summary>
    public static async Task RunToTheEndAsync(this WebApplication app)
    {
        await using var ended = app;
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.StopAsync();
            throw;
        }
        await app.WaitForShutdownAsync();
    }

    private static void UseForwarded(this WebApplication app)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost, ForwardLimit = null };
        // A gateway before the proxy is one more in the row: as far as each is named, the next is believed.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in app.Services.GetRequiredService<IOptions<SiteOptions>>().Value.Believed ?? []) { options.KnownIPNetworks.Add(network); }
        // With nobody named, nobody is believed.
        if (options.KnownIPNetworks.Count > 0) { app.UseForwardedHeaders(options); }
        else if (!app.Environment.IsDevelopment() && !SpeaksHttps(app.Configuration)) { NobodyCanSignIn(app.Logger); }
    }

    private static bool SpeaksHttps(IConfiguration settings) =>
        settings["https_ports"] is { Length: > 0 } || settings["urls"]?.Contains("https://", StringComparison.OrdinalIgnoreCase) == true || settings.GetSection("Kestrel:Endpoints").Exists();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Links in mails lead to this machine alone. Name the address people use in Site__BaseUrl")]
    private static partial void LinksLeadNowhere(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody can sign in like this: cookies need HTTPS. Name the proxy that speaks it, by its address or network, in Site__Proxies")]
    private static partial void NobodyCanSignIn(ILogger log);
}
