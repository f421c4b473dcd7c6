using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.SignIns;

public static class SignInsApi
{
    public static WebApplication MapSignIns(this WebApplication app)
    {
        var signOut = app.MapGroup("").RequireAuthorization().AddEndpointFilter(FromOurOwnForm).ExcludeFromDescription();
        signOut.MapPost(Links.SignOut, (Delegate)SignOutAsync);
        signOut.MapPost(Links.SignOutEverywhere, SignOutEverywhereAsync);
        // Where somebody lands who pressed "Sign out" after their sign-in had run out, and then signed in.
        app.MapGet(Links.SignOut, () => TypedResults.LocalRedirect(Links.Programme)).ExcludeFromDescription();
        app.MapGet(Links.SignOutEverywhere, () => TypedResults.LocalRedirect(Links.Me)).ExcludeFromDescription();
        if (SignInQueries.IsWithoutProof(app.Environment, app.Services.GetRequiredService<IOptions<SignInOptions>>().Value))
        {
            // Open, without a token: it exists in Development with its setting only, for tools.
            app.MapPost(Links.DevSignIn, DevSignInAsync).AllowAnonymous().DisableAntiforgery().WithMetadata(new StartsAfreshAttribute()).ExcludeFromDescription();
        }
        return app;
    }

    private static async ValueTask<object?> FromOurOwnForm(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        await call.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(call.HttpContext) ? await next(call) : TypedResults.BadRequest();

    private static async Task<RedirectHttpResult> SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync(SignInsSetup.Scheme);
        return TypedResults.LocalRedirect(Links.Programme);
    }

    private static async Task<RedirectHttpResult> SignOutEverywhereAsync(HttpContext context, SignInService signIns, CancellationToken cancel)
    {
        await signIns.EndAllAsync(context.User.Id(), cancel);
        await context.SignOutAsync(SignInsSetup.Scheme);
        return TypedResults.LocalRedirect(Links.SignIn);
    }

    private static async Task<Results<NoContent, NotFound>> DevSignInAsync([FromForm] string? email, HttpContext context, SignInQueries people, CancellationToken cancel)
    {
        if (await people.FindAsync(email, cancel) is not { } person) { return TypedResults.NotFound(); }
        await context.SignInAsync(SignInsSetup.Scheme, person.ToPrincipal(SignInsSetup.Scheme));
        return TypedResults.NoContent();
    }
}
