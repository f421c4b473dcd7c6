using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Data;

public sealed class SchemaTests
{
    [Theory, BothDatabases]
    public async Task What_the_migrations_make_is_what_the_model_says(DatabaseProvider provider)
    {
        await using var migrated = await TestDatabase.MigratedAsync(provider);
        await using var modelled = await TestDatabase.CreateAsync(provider);
        await using var db = modelled.CreateDbContext();
        await db.Database.EnsureCreatedAsync();

        var (made, wanted) = (await Schema.ReadAsync(migrated), await Schema.ReadAsync(modelled));

        Assert.NotEmpty(wanted);
        Assert.True(made.SequenceEqual(wanted),
            $"Only in the model:\n{string.Join('\n', wanted.Except(made))}\nOnly in the migrations:\n{string.Join('\n', made.Except(wanted))}");
    }
}
