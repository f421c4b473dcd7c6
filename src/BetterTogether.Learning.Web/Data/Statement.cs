using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;

namespace BetterTogether.Learning.Web.Data;

/// <summary>
/// SQL of our own: put together once, and on SQLite parsed once a connection. For what is asked or written
/// hundreds of times a second; everything else is Entity Framework's, whose interceptors do not see this. Threading: its connection's.
/// </summary>
public sealed partial class Statement : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, string[]> Names = new(StringComparer.Ordinal);

    private readonly DbCommand command;

    /// <param name="sql">Its parameters are called @a, @b and so on, in the order in which their values are given.</param>
    public Statement(LearningDb db, string sql)
    {
        command = StatementCache.Command(db, sql);
        foreach (var name in Names.GetOrAdd(sql, text => [.. Parameter().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)]))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }
    }

    /// <param name="values">One for each parameter; times in UTC.</param>
    /// <returns>How many rows it touched.</returns>
    public Task<int> RunAsync(params ReadOnlySpan<object?> values)
    {
        Set(values);
        return command.ExecuteNonQueryAsync();
    }

    /// <returns>The first column of each row.</returns>
    public Task<List<T>> ReadAsync<T>(params ReadOnlySpan<object?> values)
    {
        Set(values);
        return ReadAsync<T>();
    }

    public ValueTask DisposeAsync() => command.DisposeAsync();

    private async Task<List<T>> ReadAsync<T>()
    {
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync()) { rows.Add(await reader.GetFieldValueAsync<T>(0)); }
        return rows;
    }

    private void Set(ReadOnlySpan<object?> values)
    {
        if (values.Length != command.Parameters.Count) { throw new ArgumentException($"{command.Parameters.Count} values are needed", nameof(values)); }
        for (var i = 0; i < values.Length; i++) { command.Parameters[i].Value = values[i] is DateTime time ? UtcConverter.Written(time) : values[i] ?? DBNull.Value; }
    }

    [GeneratedRegex("@[a-z]\\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Parameter();
}
