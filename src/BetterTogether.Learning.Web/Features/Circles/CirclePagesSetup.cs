using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Circles.CheckIns;
using BetterTogether.Learning.Web.Features.Circles.Papers;

namespace BetterTogether.Learning.Web.Features.Circles;

public static class CirclePagesSetup
{
    /// <summary>What the pages around a circle need: agreements, questions, check-ins in a minute, what is written afterwards.</summary>
    public static IServiceCollection AddCirclePages(this IServiceCollection services)
    {
        services.AddScoped<CircleQueries>().AddSingleton<CircleListService>().AddSingleton<FormatService>();
        services.AddSingleton<AgreementsService>().AddSingleton<QuestionService>().AddSingleton<QuickCheckInService>();
        services.AddSingleton<FeedbackService>().AddSingleton<LeaderAnswerService>().AddSingleton<RecordService>();
        services.AddSingleton<AtStart>((provider, cancel) => provider.GetRequiredService<QuestionService>().FillAsync(cancel));
        return services;
    }
}
