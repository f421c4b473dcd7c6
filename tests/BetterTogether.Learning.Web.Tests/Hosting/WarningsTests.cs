using BetterTogether.Learning.Web.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BetterTogether.Learning.Web.Tests.Hosting;

/// <summary>What would keep people out is said at the start, and only then.</summary>
public sealed class WarningsTests
{
    [Theory]
    [InlineData("Nobody can sign in yet", "", "", true)]
    [InlineData("Nobody can sign in yet", "SignIn:Administrator", "first@council.example", false)]
    [InlineData("Nobody can sign in yet", "SignIn:AllowedDomains", "council.example", false)]
    [InlineData("Mail is written into the folder", "", "", true)]
    [InlineData("Mail is written into the folder", "Mail:Transport", "Smtp", false)]
    [InlineData("an address that cannot answer", "", "", false)] // it reaches nobody anyhow
    [InlineData("an address that cannot answer", "Mail:Transport", "Smtp", true)]
    [InlineData("lead to this machine alone", "", "", true)]
    [InlineData("lead to this machine alone", "Site:BaseUrl", "https://learning.council.example", false)]
    public async Task It_is_warned_of(string words, string setting, string value, bool warned)
    {
        var log = new LogLines(LogLevel.Warning);
        await using var app = await TestApp.StartAsync(new TestAppOptions
        {
            Environment = "Production",
            Settings = { ["Mail:Smtp:Host"] = "mail.council.example", [setting.Length > 0 ? setting : "Site:Name"] = value },
            Replace = services => services.AddSingleton<ILoggerProvider>(log),
        });

        Assert.Equal(warned, log.All.Any(l => l.Contains(words, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_directory_with_somebody_in_it_needs_no_first_administrator()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseProvider.Sqlite);
        await using (var db = database.CreateDbContext())
        {
            db.Add(A.Person("ann@demo.example"));
            await db.SaveChangesAsync();
        }
        var log = new LogLines(LogLevel.Warning);
        await using var app = await TestApp.StartAsync(database, new TestAppOptions { Environment = "Production", Replace = services => services.AddSingleton<ILoggerProvider>(log) });

        Assert.DoesNotContain(log.All, l => l.Contains("Nobody can sign in yet", StringComparison.Ordinal));
    }
}
