using BetterTogether.Learning.Web.Hosting;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Tests.Hosting;

/// <summary>A setting that cannot work is refused at the start, where somebody is looking.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("Bookings:OfferWorkingHours", "x")]
    [InlineData("Backup:At", "25:99")]
    [InlineData("Backup:Keep", "lots")]
    [InlineData("Demo:Seed", "ja")]
    [InlineData("Reminders:NotWithinHours", "x")]
    [InlineData("Limits:BookingPerPerson", "x")]
    public async Task One_that_cannot_be_read_is_named(string setting, string value)
    {
        var no = await Assert.ThrowsAnyAsync<InvalidOperationException>(() => StartAsync(setting, value));
        Assert.Contains(setting, no.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bookings:OfferWorkingHours", "0")]
    [InlineData("Bookings:OfferToAllDays", "-1")]
    [InlineData("Backup:Keep", "-3")]
    [InlineData("Reminders:NotWithinHours", "-1")]
    [InlineData("Database:Provider", "7")]
    [InlineData("Site:BaseUrl", "learning.demo.example")]
    [InlineData("Limits:SignInPerAddress", "-5")]
    [InlineData("Replies:MaxBytes", "-1")]
    [InlineData("SignIn:Administrator", "nonsense")]
    [InlineData("Mail:ChangesWaitSeconds", "-5")]
    [InlineData("Mail:TimeoutSeconds", "90")]
    [InlineData("Site:Proxies", "10.1.2.3, caddy")]
    [InlineData("Data:LeastFreeMegabytes", "-1")]
    [InlineData("Reviews:HubLink", "javascript:1")]
    [InlineData("DevelopmentPlan:SupportUrl", "support")]
    [InlineData("DevelopmentPlan:AdjustmentsUrl", "file:///etc")]
    public async Task One_that_makes_no_sense_is_named_with_what_would(string setting, string value)
    {
        var no = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(setting, value));
        Assert.Contains(setting.Replace(":", "__", StringComparison.Ordinal), no.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sqlite", "Host=10.0.0.5;Database=learning")] // the provider was forgotten
    [InlineData("Postgres", "Hst=10.0.0.5")]
    public async Task A_connection_string_for_another_database_is_named_with_what_says_which_it_is(string provider, string value)
    {
        var no = await Assert.ThrowsAsync<InvalidOperationException>(() => TestApp.StartAsync(new TestAppOptions { Settings = { ["Database:Provider"] = provider, ["ConnectionStrings:Learning"] = value } }));
        Assert.Matches($"ConnectionStrings__Learning.*{provider}.*Database__Provider", no.Message);
    }

    [Theory]
    [InlineData(false, "", true)]
    [InlineData(false, "--contentRoot=/srv", false)]
    [InlineData(true, "", false)]
    public void Started_from_another_folder_it_finds_its_own(bool standsInIt, string argument, bool finds)
    {
        var folder = Directory.CreateTempSubdirectory("bt-test-");
        if (standsInIt) { folder.CreateSubdirectory("wwwroot"); }

        Assert.Equal(finds ? AppContext.BaseDirectory : null, LaunchProfile.ContentRoot([argument], folder.FullName));

        folder.Delete(recursive: true);
    }

    private static async Task StartAsync(string setting, string value)
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions { Settings = new() { [setting] = value } });
    }
}
