using System.Globalization;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Backups;

/// <summary>What compose.yaml starts for the nights, on a clock that stands still and with a sleep that only says how long.</summary>
public sealed class PgNightlyTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("bt-test-").FullName;
    private readonly string stubs = Directory.CreateTempSubdirectory("bt-test-").FullName;
    private TestDatabase database = null!;

    private string Old => Path.Combine(folder, "learning-20260101T013000Z.dump");

    public async Task InitializeAsync() => database = await TestDatabase.MigratedAsync(DatabaseProvider.Postgres);

    public async Task DisposeAsync()
    {
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        Directory.Delete(stubs, recursive: true);
    }

    [Theory]
    [InlineData("2026-07-01T02:29:59Z", 1)]
    [InlineData("2026-07-01T02:30:00Z", 86_400)]
    [InlineData("2026-07-01T18:00:00Z", 30_600)]
    public async Task A_backup_is_made_each_night_at_half_past_two(string now, int wait)
    {
        await File.WriteAllTextAsync(Old, "this night's");

        Assert.Equal([$"sleeps {wait}", "Backup made and checked", $"sleeps {wait}"], await UntilItSleepsTwiceAsync(database, now));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_night_that_was_missed_is_made_up_for_at_once(bool hadOne)
    {
        if (hadOne)
        {
            await File.WriteAllTextAsync(Old, "an old one");
            File.SetLastWriteTimeUtc(Old, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-25));
        }

        Assert.Equal("Backup made and checked", (await UntilItSleepsTwiceAsync(database))[0]);
    }

    [Fact]
    public async Task A_backup_that_fails_is_tried_again_in_a_quarter_of_an_hour()
    {
        await File.WriteAllTextAsync(Old + ".part", "what a stop left behind");
        await using var empty = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);

        var said = await UntilItSleepsTwiceAsync(empty);

        Assert.Equal(["sleeps 900", "sleeps 900"], said[..2]);
        Assert.Contains("No backup was made", said);
        Assert.Empty(Directory.GetFiles(folder));
    }

    private async Task<List<string>> UntilItSleepsTwiceAsync(TestDatabase of, string now = "2026-07-01T18:00:00Z")
    {
        await StubAsync("date", $"case $* in +%s) echo {DateTimeOffset.Parse(now, CultureInfo.InvariantCulture).ToUnixTimeSeconds()} ;; *) PATH=${{PATH#*:}} exec date \"$@\" ;; esac");
        await StubAsync("sleep", "echo \"sleeps $1\"; mkdir \"$0.once\" 2>/dev/null || kill $PPID");

        var answered = await PgScript.RunAsync("pg-nightly.sh", of, [folder], stubs);

        return [.. answered.Said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(':')[0])];
    }

    private async Task StubAsync(string name, string text)
    {
        var file = Path.Combine(stubs, name);
        await File.WriteAllTextAsync(file, "#!/bin/sh\n" + text);
        if (!OperatingSystem.IsWindows()) { File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute); }
    }
}
