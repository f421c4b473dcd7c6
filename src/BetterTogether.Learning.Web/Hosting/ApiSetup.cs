namespace BetterTogether.Learning.Web.Hosting;

public static class ApiSetup
{
    /// <summary>The one group of the API: signed in, guarded against other sites, described in OpenAPI.</summary>
    public static RouteGroupBuilder MapApi(this WebApplication app)
    {
        var api = app.MapGroup(Links.Api).RequireAuthorization().DisableAntiforgery();
        api.AddEndpointFilter<ApiGuard>();
        return api;
    }
}
