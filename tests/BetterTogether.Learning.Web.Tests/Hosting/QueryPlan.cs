using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Hosting;

/// <summary>How SQLite would go about a command. A new database has no statistics, so the indexes alone decide.</summary>
internal static partial class QueryPlan
{
    /// <summary>One line a step, such as <c>SEARCH r USING INDEX IX_reviews_one (PersonId=?)</c>.</summary>
    public static async Task<List<string>> PlanAsync(this TestApp app, string command)
    {
        object[] unset = [.. Parameters().Matches(command).Select(m => m.Value).Distinct().Select(name => new SqliteParameter(name, DBNull.Value))];
        var explained = "EXPLAIN QUERY PLAN " + command;
        return (await app.Ask(db => db.Database.SqlQueryRaw<Step>(explained, unset).ToListAsync())).ConvertAll(s => s.Detail);
    }

    [GeneratedRegex(@"@\w+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameters();

    private sealed record Step(string Detail);
}
