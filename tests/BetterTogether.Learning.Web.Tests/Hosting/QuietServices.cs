using BetterTogether.Learning.Web.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BetterTogether.Learning.Web.Tests.Hosting;

internal static class QuietServices
{
    /// <summary>Takes out the workers and sweepers: what is then in the database, a call has put there. What prepares the tables stays.</summary>
    public static void WritesNothingByItself(this IServiceCollection services)
    {
        var own = services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Assembly == typeof(LearningDb).Assembly).ToList();
        foreach (var service in own) { services.Remove(service); }
    }
}
