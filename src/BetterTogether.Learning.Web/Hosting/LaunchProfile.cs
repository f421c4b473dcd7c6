using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace BetterTogether.Learning.Web.Hosting;

/// <summary>
/// `dotnet run` lets its launch profile override the environment of whoever calls it. So the profile speaks under a prefix of its
/// own, below everything else: a variable or an argument that somebody sets always wins.
/// </summary>
public static class LaunchProfile
{
    private const string Prefix = "LAUNCH_";

    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var environment = Variable("ASPNETCORE_ENVIRONMENT") ?? Variable("DOTNET_ENVIRONMENT") ?? Variable(Prefix + "ENVIRONMENT");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, EnvironmentName = environment, ContentRootPath = ContentRoot(args, Directory.GetCurrentDirectory()) });
        // A command answers in a sentence of its own.
        if (Commands.IsCommand(args)) { builder.Logging.ClearProviders(); }
        if (builder.Environment.IsDevelopment())
        {
            builder.Configuration.Sources.Insert(0, new EnvironmentVariablesConfigurationSource { Prefix = Prefix });
        }
        return builder;
    }

    /// <summary>Whoever starts it from another folder, a service manager or a cron line, means the product's own: else it would serve no styles and begin an empty database where it happens to stand.</summary>
    /// <returns>Null: as the framework finds it.</returns>
    public static string? ContentRoot(string[] args, string workingFolder) =>
        Variable("ASPNETCORE_CONTENTROOT") is not null || Variable("DOTNET_CONTENTROOT") is not null || args.Any(a => a.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase)) || Directory.Exists(Path.Combine(workingFolder, "wwwroot"))
            ? null : AppContext.BaseDirectory;

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
