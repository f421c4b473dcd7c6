using BetterTogether.Learning.Web.Features.Calendars;
using BetterTogether.Learning.Web.Hosting;

namespace BetterTogether.Learning.Web.Features.Reviews;

public static class ReviewsSetup
{
    public static WebApplicationBuilder AddReviews(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<ReviewOptions>().Bind(builder.Configuration.GetSection("Reviews"))
            .Validate(options => Enum.IsDefined(options.CounterSigner), "Reviews__CounterSigner must be None or ManagersManager")
            .Validate(options => options.HubLink.Length == 0 || SiteOptions.IsPage(options.HubLink), "Reviews__HubLink is the address of a page, like https://hub.council.example/reviews").ValidateOnStart();
        services.AddSingleton<ReviewMails>().AddSingleton<ConversationInvites>().AddSingleton<IFeedSource, ConversationFeed>().AddSingleton<HandOverService>();
        services.AddSingleton<ReviewService>().AddSingleton<ConversationService>().AddSingleton<StandInService>();
        services.AddSingleton<CycleService>().AddSingleton<CircumstanceService>().AddSingleton<ReminderService>();
        services.AddScoped<ReviewQueries>().AddScoped<CompletionQueries>().AddScoped<TeamQueries>().AddScoped<DueQueries>();
        services.AddHostedService<YearKeeper>();
        return builder;
    }

    public static RouteGroupBuilder MapReviews(this RouteGroupBuilder api) => ReviewApi.Map(api);
}
