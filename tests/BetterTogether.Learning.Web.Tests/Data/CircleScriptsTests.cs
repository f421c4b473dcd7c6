using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BetterTogether.Learning.Web.Tests.Data;

public sealed class CircleScriptsTests
{
    [Theory, BothDatabases]
    public async Task A_circle_of_an_earlier_version_keeps_its_state_and_its_format(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.CreateDbContext();
        await db.GetService<IMigrator>().MigrateAsync("20261129150000_CounterSigner");
        var nowUtc = new DateTime(2026, 12, 2, 13, 0, 0, DateTimeKind.Utc);
        var format = CircleFormats.Find("listening")!;
        var state = Circle.Plan(new CirclePlan(Ids.New(nowUtc), "Łódź & \"friends\"", format, 3, [new(Guid.NewGuid(), "Ana Ferreira", SeatRole.Facilitator), new(null, "Ben O'Neill", SeatRole.Participant)])).Value.State;
        var stored = $$"""{"format":{{CircleJson.Write(format)}},{{CircleJson.Write(state)[1..]}}""";
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO circles ("Id", "Title", "Format", "StartsAtUtc", "Minutes", "CreatedById", "Status", "Version", "State")
            VALUES ({state.Id}, 'Team circle', 'listening', {nowUtc}, 60, {Guid.NewGuid()}, 'Draft', 1, {stored})
            """);

        await db.Database.MigrateAsync();

        var row = await db.Circles.AsNoTracking().SingleAsync();
        Assert.DoesNotContain("\"format\"", row.State, StringComparison.Ordinal);
        Assert.Equal((CircleJson.Write(state), CircleJson.Write(format)), Again(CircleJson.ReadState(row.State, row.Script)));
    }

    private static (string State, string Script) Again(CircleState state) => (CircleJson.Write(state), CircleJson.Write(state.Format));
}
