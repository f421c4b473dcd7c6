using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Data.Backups;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BetterTogether.Learning.Web.Tests.Backups;

public sealed class NightlyBackupTests : IAsyncLifetime
{
    private TestDatabase database = null!;
    private Operator product = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.MigratedAsync(DatabaseProvider.Sqlite);
        product = Operator.Of(database);
    }

    public async Task DisposeAsync()
    {
        await product.DisposeAsync();
        await database.DisposeAsync();
    }

    [Theory]
    [InlineData("2026-07-01 02:30", "2026-07-02 02:29", false)]
    [InlineData("2026-07-01 02:30", "2026-07-02 02:30", true)]
    [InlineData("2026-07-01 18:00", "2026-07-02 02:29", false)] // made by hand in the evening: this night's is still to come
    [InlineData("2026-07-01 18:00", "2026-07-02 02:30", true)]
    [InlineData("2026-06-25 02:30", "2026-07-02 00:10", true)] // missed nights
    [InlineData("2026-10-24 02:30", "2026-10-25 02:30", true)] // the clocks go back
    [InlineData("2027-03-27 02:30", "2027-03-28 02:30", true)] // and forward
    public void A_night_without_a_backup_is_due(string newest, string now, bool due) =>
        Assert.Equal(due, BackupSchedule.IsDue(A.London(newest), new(2, 30), A.London(now)));

    [Theory]
    [InlineData("2026-07-02 00:30", "2026-07-02 02:30")]
    [InlineData("2026-07-02 02:30", "2026-07-03 02:30")]
    [InlineData("2026-10-24 12:00", "2026-10-25 02:30")]
    public void The_next_one_is_at_half_past_two_in_London(string now, string next) => Assert.Equal(A.London(next), BackupSchedule.NextUtc(new(2, 30), A.London(now)));

    [Fact]
    public void Nights_that_were_missed_are_made_up_for_once()
    {
        product.Nightly.Look();
        product.Nightly.Look();
        product.Clock.AdvanceTo(A.London("2026-07-02 02:29"));
        product.Nightly.Look();
        product.Clock.AdvanceTo(A.London("2026-07-02 02:30"));
        product.Nightly.Look();
        product.Clock.AdvanceTo(A.London("2026-07-08 09:00"));
        product.Nightly.Look();
        product.Nightly.Look();

        Assert.Equal(["learning-20260708T080000Z.db", "learning-20260702T013000Z.db", "learning-20260701T233000Z.db"], product.Backups);
    }

    [Fact]
    public async Task A_started_product_makes_the_one_that_is_due()
    {
        var folder = Directory.CreateDirectory(Path.Combine(database.Folder, "backups")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "learning-20260628T013000Z.db"), "an old one");
        var made = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watcher = new FileSystemWatcher(folder) { EnableRaisingEvents = true };
        watcher.Renamed += (_, e) => { if (e.Name == "learning-20260701T233000Z.db") { made.TrySetResult(); } };

        await using var app = await TestApp.StartAsync(database, new() { Settings = { ["Backup:Keep"] = "14" } });

        await made.Task.WaitAsync(Eventually.Patience);
        await app.StopAsync();
    }

    [Fact]
    public async Task A_backup_that_fails_is_degraded_until_one_succeeds()
    {
        var inTheWay = Path.Combine(database.Folder, "backups");
        await File.WriteAllTextAsync(inTheWay, "");

        product.Nightly.Look();
        Assert.Equal(HealthStatus.Degraded, (await product.Health.CheckHealthAsync(new())).Status);

        File.Delete(inTheWay);
        product.Nightly.Look();
        Assert.Equal(HealthStatus.Healthy, (await product.Health.CheckHealthAsync(new())).Status);
        Assert.Single(product.Backups);
    }

    [Fact]
    public async Task One_made_by_hand_is_one_that_succeeds()
    {
        var inTheWay = Path.Combine(database.Folder, "backups");
        await File.WriteAllTextAsync(inTheWay, "");
        product.Nightly.Look();
        File.Delete(inTheWay);

        await product.BacksUpAsync();
        product.Nightly.Look();

        Assert.Equal(HealthStatus.Healthy, (await product.Health.CheckHealthAsync(new())).Status);
        Assert.Single(product.Backups);
    }

    [Fact]
    public void A_name_from_the_future_holds_nothing_up()
    {
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(database.Folder, "backups")).FullName, "learning-20990101T013000Z.db"), "");

        product.Nightly.Look();

        Assert.Contains("learning-20260701T233000Z.db", product.Backups);
    }
}
