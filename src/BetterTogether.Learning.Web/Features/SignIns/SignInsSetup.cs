using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.SignIns;

public static class SignInsSetup
{
    public const string Scheme = "bt";

    // Often enough that an hour's idleness is an hour's, seldom enough that reading pages writes nothing.
    private static readonly TimeSpan RenewedAfter = TimeSpan.FromMinutes(5);

    public static WebApplicationBuilder AddSignIns(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<SignInOptions>().Bind(builder.Configuration.GetSection("SignIn"))
            .Validate(signIn => signIn.Administrator.Length == 0 || Mailbox.IsAddress(PersonDetails.TidyEmail(signIn.Administrator)), "SignIn__Administrator is the e-mail address of the first administrator").ValidateOnStart();
        services.AddSingleton<TicketStore>().AddSingleton<PendingCookie>().AddSingleton<SignInService>().AddScoped<SignInQueries>().AddHostedService<SignInsSweep>();
        services.AddSingleton<AtStart>(WarnAsync);
        services.AddAuthentication(Scheme).AddCookie(Scheme, cookie => Describe(cookie, builder.Environment));
        services.ReadKeysAtFirstUse();
        services.AddOptions<CookieAuthenticationOptions>(Scheme).Configure<TicketStore>((cookie, store) => cookie.SessionStore = store);
        return builder;
    }

    // An empty directory that nobody may join.
    private static async Task WarnAsync(IServiceProvider services, CancellationToken cancel)
    {
        var options = services.GetRequiredService<IOptions<SignInOptions>>().Value;
        if (services.GetRequiredService<IHostEnvironment>().IsDevelopment() || options.Administrator.Length > 0 || options.AllowedDomains.Length > 0) { return; }
        await using var db = await services.GetRequiredService<IDbContextFactory<LearningDb>>().CreateDbContextAsync(cancel);
        if (!await db.People.AnyAsync(cancel)) { services.GetRequiredService<ILogger<SignInService>>().NobodyKnown(); }
    }

    /// <summary>A browser takes a __Host- cookie over HTTPS alone; development speaks plain HTTP.</summary>
    public static string CookieName(IHostEnvironment environment) => environment.IsDevelopment() ? "bt" : "__Host-bt";

    private static void Describe(CookieAuthenticationOptions cookie, IHostEnvironment environment)
    {
        cookie.Cookie.Name = CookieName(environment);
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.None : CookieSecurePolicy.Always;
        cookie.ExpireTimeSpan = SignIn.Idle;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = Links.SignIn;
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.Events.OnCheckSlidingExpiration = Answer<CookieSlidingExpirationContext>(c => c.ShouldRenew = c.ElapsedTime >= RenewedAfter);
        cookie.Events.OnRedirectToLogin = Answer<RedirectContext<CookieAuthenticationOptions>>(NeedsSignIn);
        // The page for 403 stands at the address that was asked for.
        cookie.Events.OnRedirectToAccessDenied = Answer<RedirectContext<CookieAuthenticationOptions>>(c => c.Response.StatusCode = StatusCodes.Status403Forbidden);
    }

    private static void NeedsSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var (http, response) = (context.HttpContext, context.Response);
        if (http.Features.Get<DirectoryAway>() is not null) { response.StatusCode = StatusCodes.Status503ServiceUnavailable; }
        else if (ApiErrors.IsApi(http.Request.Path) || http.Request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase)) { response.StatusCode = StatusCodes.Status401Unauthorized; }
        else if (HttpMethods.IsPost(http.Request.Method) && http.GetEndpoint()?.Metadata.GetMetadata<KeepsFormAttribute>() is not null)
        {
            // 307: the browser sends the same form to the page that keeps it. A redirect to sign in would lose what was typed.
            response.StatusCode = StatusCodes.Status307TemporaryRedirect;
            response.Headers.Location = $"{Links.KeptForm}?to={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}";
        }
        else { response.Redirect(context.RedirectUri); }
    }

    private static Func<T, Task> Answer<T>(Action<T> answer) => context =>
    {
        answer(context);
        return Task.CompletedTask;
    };
}
