using System.Globalization;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Data;

public sealed class CheckpointsTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task What_was_committed_comes_into_the_database_without_a_writer_who_brings_it()
    {
        await app.Ask(async db =>
        {
            db.Add(A.Person("ann@demo.example"));
            return await db.SaveChangesAsync();
        });

        await Eventually.HoldsAsync(() => IsInDatabaseAloneAsync("ann@demo.example"), "it is written back");
    }

    [Fact]
    public async Task A_writer_in_the_middle_of_a_transaction_holds_it_up_as_little_as_it_holds_up_the_writer()
    {
        await app.Ask(async db =>
        {
            db.Add(A.Person("ann@demo.example"));
            await db.SaveChangesAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(A.Person("ben@demo.example"));
            await db.SaveChangesAsync();

            await Eventually.HoldsAsync(() => IsInDatabaseAloneAsync("ann@demo.example"), "what was committed is written back");
            Assert.False(await IsInDatabaseAloneAsync("ben@demo.example"));

            await transaction.CommitAsync();
            return 0;
        });

        await Eventually.HoldsAsync(() => IsInDatabaseAloneAsync("ben@demo.example"), "the rest is written back");
    }

    // A copy of the file without its log: what a reader would find if the log were lost.
    private async Task<bool> IsInDatabaseAloneAsync(string email)
    {
        var file = Path.Combine(app.Folder, "learning.db");
        var copy = Path.Combine(app.Folder, $"{Guid.NewGuid():n}.db");
        File.Copy(file, copy);
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM people WHERE \"Email\" = $email";
        command.Parameters.AddWithValue("$email", email);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) == 1;
    }
}
