using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Backups;

public sealed class BackupTests : IAsyncLifetime
{
    private TestDatabase database = null!;
    private Operator somebody = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        somebody = Operator.Of(database, ("Backup:Keep", "3"));
    }

    public async Task DisposeAsync()
    {
        await somebody.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Made_while_people_book_it_is_sound_and_holds_every_booking_that_was_answered_before()
    {
        await using var app = await TestApp.StartAsync(database, new());
        var sessions = new[] { A.Session(capacity: 20), A.Session(capacity: 5), A.Session(capacity: 1) };
        await app.Has([.. sessions]);
        var people = Enumerable.Range(1, 24).Select(n => A.Person($"w{n}@demo.example")).ToList();
        await app.Has([.. people]);
        var visitors = await Task.WhenAll(people.Select(app.SignedInAs));
        var answered = 0;

        var load = Task.WhenAll(visitors.Select(async visitor =>
        {
            foreach (var session in sessions)
            {
                await visitor.BookAsync(session);
                Interlocked.Increment(ref answered);
            }
        }));
        do
        {
            var before = Volatile.Read(ref answered);
            somebody.Clock.Advance(TimeSpan.FromSeconds(1));
            var copy = new FileDatabase(await somebody.BacksUpAsync());
            await copy.ShouldBeSoundAsync(somebody.Clock);
            await using var db = copy.CreateDbContext();
            Assert.InRange(await db.Bookings.CountAsync(), before, visitors.Length * sessions.Length);
        }
        while (!load.IsCompleted);
        await load;
    }

    [Fact]
    public async Task The_newest_stay_and_nothing_else_is_touched()
    {
        await MigratedAsync();
        var folder = Directory.CreateDirectory(Path.Combine(database.Folder, "backups")).FullName;
        foreach (var file in new[] { "notes.txt", "learning-before-the-move.db", "learning-20260101T013000Z.db.part" }) { await File.WriteAllTextAsync(Path.Combine(folder, file), "x"); }

        for (var night = 0; night < 5; night++)
        {
            await somebody.BacksUpAsync();
            somebody.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(["learning-20260705T233000Z.db", "learning-20260704T233000Z.db", "learning-20260703T233000Z.db"], somebody.Backups);
        Assert.Equal(["backup.lock", "learning-before-the-move.db", "notes.txt"], Directory.GetFiles(folder).Select(f => Path.GetFileName(f)).Except(somebody.Backups).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Names_from_the_future_push_out_nothing()
    {
        await MigratedAsync();
        var folder = Directory.CreateDirectory(Path.Combine(database.Folder, "backups")).FullName;
        var later = Enumerable.Range(1, 3).Select(day => $"learning-2099010{day}T013000Z.db").Reverse().ToList();
        foreach (var file in later) { await File.WriteAllTextAsync(Path.Combine(folder, file), "by a clock that was wrong"); }

        (await somebody.TypesAsync("backup")).ShouldBe(0, "learning-20260701T233000Z.db");

        Assert.Equal([.. later, "learning-20260701T233000Z.db"], somebody.Backups);
    }

    [Theory]
    [InlineData("PRAGMA foreign_keys = OFF; INSERT INTO sign_ins VALUES (x'00', 'nobody', '2026-07-01', '2026-07-01')", "sign_ins refers to people")]
    [InlineData("PRAGMA foreign_keys = OFF; DROP TABLE people", "is no database of this product")]
    public async Task What_nobody_could_restore_is_no_backup(string harm, string reason)
    {
        await MigratedAsync();
        Content.Run(Path.Combine(database.Folder, "learning.db"), harm);

        (await somebody.TypesAsync("backup")).ShouldBe(1, reason);

        Assert.Empty(somebody.Backups);
    }

    [Fact]
    public async Task A_damaged_database_makes_no_backup()
    {
        await MigratedAsync();
        await somebody.BacksUpAsync();
        await using (var file = new FileStream(Path.Combine(database.Folder, "learning.db"), FileMode.Open, FileAccess.Write))
        {
            file.Seek(4096 * 3, SeekOrigin.Begin);
            await file.WriteAsync(new byte[4096 * 8]);
        }
        somebody.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, (await somebody.TypesAsync("backup")).Code);

        Assert.Equal(["learning-20260701T233000Z.db"], somebody.Backups);
    }

    [Fact]
    public async Task Two_at_once_are_one()
    {
        await MigratedAsync();
        var folder = Directory.CreateDirectory(Path.Combine(database.Folder, "backups")).FullName;
        await using var another = new FileStream(Path.Combine(folder, "backup.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        (await somebody.TypesAsync("backup")).ShouldBe(1, "Another backup is being made");
    }

    [Fact]
    public async Task Without_a_database_there_is_nothing_to_back_up() => (await somebody.TypesAsync("backup")).ShouldBe(1, "There is no file");

    [Fact]
    public async Task On_PostgreSQL_the_scripts_are_named()
    {
        await using var postgres = Operator.OfPostgres(database.Folder, "Host=nowhere.invalid");

        (await postgres.TypesAsync("backup")).ShouldBe(1, "pg-backup.sh");
        (await postgres.TypesAsync("restore", "file")).ShouldBe(1, "pg-restore.sh");
    }

    private async Task MigratedAsync()
    {
        await using (var db = database.CreateDbContext()) { await db.Database.MigrateAsync(); }
        database.Close();
    }

    /// <summary>A backup opened as the product would open it.</summary>
    private sealed class FileDatabase(string file) : IDbContextFactory<LearningDb>
    {
        public LearningDb CreateDbContext() => new(new DbContextOptionsBuilder<LearningDb>().UseSqlite($"Data Source={file};Mode=ReadWrite;Pooling=False").Options);
    }
}
