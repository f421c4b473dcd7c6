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
    public async Task One_that_makes_no_sense_is_named_with_what_would(string setting, string value)
    {
        var no = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(setting, value));
        Assert.Contains(setting.Replace(":", "__", StringComparison.Ordinal), no.Message, StringComparison.Ordinal);
    }

    private static async Task StartAsync(string setting, string value)
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions { Settings = new() { [setting] = value } });
    }
}
