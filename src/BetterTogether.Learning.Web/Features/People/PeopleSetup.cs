namespace BetterTogether.Learning.Web.Features.People;

public static class PeopleSetup
{
    public static WebApplicationBuilder AddPeople(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PeopleService>().AddScoped<PeopleQueries>();
        return builder;
    }
}
