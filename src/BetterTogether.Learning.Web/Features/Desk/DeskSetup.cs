namespace BetterTogether.Learning.Web.Features.Desk;

public static class DeskSetup
{
    public static WebApplicationBuilder AddDesk(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<DeskQueries>();
        return builder;
    }
}
