using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Data;

public sealed class UtcTests
{
    [Theory, BothDatabases]
    public async Task Times_come_back_as_the_UTC_they_were(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.MigratedAsync(provider);
        await using (var db = database.CreateDbContext())
        {
            db.Add(new SignInCode(A.Desk, "ada@demo.example", [1], A.Now));
            await db.SaveChangesAsync();
        }

        await using var after = database.CreateDbContext();
        var code = await after.SignInCodes.SingleAsync(c => c.SentAtUtc >= A.Now && c.SentAtUtc < A.Now.AddSeconds(1));
        Assert.Equal((A.Now, DateTimeKind.Utc, null), (code.SentAtUtc, code.SentAtUtc.Kind, code.UsedAtUtc));
    }

    [Theory]
    [BothDatabases(DateTimeKind.Local)]
    [BothDatabases(DateTimeKind.Unspecified)]
    public async Task Any_other_kind_is_refused(DatabaseProvider provider, DateTimeKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(provider);
        await using var db = database.CreateDbContext();
        db.Add(new SignInCode(A.Desk, "ada@demo.example", [1], DateTime.SpecifyKind(A.Now, kind)));

        var bug = await Assert.ThrowsAnyAsync<Exception>(() => db.SaveChangesAsync());
        Assert.Contains("Only UTC is stored", bug.ToString(), StringComparison.Ordinal);
    }
}
