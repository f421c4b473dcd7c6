using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace BetterTogether.Learning.Web.Tests.Bookings;

public sealed class AuditTests
{
    [Fact]
    public async Task On_sqlite_the_audit_reads_and_keeps_no_writer_waiting()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseProvider.Sqlite);
        await using (var wal = new SqliteConnection(database.ConnectionString))
        {
            await wal.OpenAsync();
            await new SqliteCommand("PRAGMA journal_mode=WAL", wal).ExecuteNonQueryAsync();
        }
        await using var writer = new SqliteConnection(database.ConnectionString);
        await writer.OpenAsync();
        await using var writing = writer.BeginTransaction(deferred: false);

        var found = await new BookingInvariants(database.Contexts, new FixedClock()).AuditAsync(CancellationToken.None);

        Assert.All(found, invariant => Assert.Empty(invariant.BrokenBy));
    }
}
